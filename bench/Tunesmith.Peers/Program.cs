using Tunesmith.Peers.Loading;
using TorchSharp;
TorchLibrary.Prepare();
Console.WriteLine(torch.rand(2,2).sum().item<float>());
Console.WriteLine(torch.__version__);
Console.WriteLine(torch.get_num_threads());
