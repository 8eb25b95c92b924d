using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Tunesmith.Peers.Loading;

/// <summary>Lets TorchSharp's native library load where the C++ library is somewhat older than the one it was built with.</summary>
/// <remarks>
/// libLibTorchSharp.so 0.107.0 needs GLIBCXX_3.4.32, that is GCC 13, and so Debian 12 and Ubuntu 22.04 turn it down. It needs that
/// version for one symbol only, <c>std::ios_base_library_init()</c>, which the compiler's headers name so that programs do not run with
/// an older library; no relocation refers to it, so nothing ever calls it. In a copy of ours, beside the original, that one version is
/// marked weak. The copy is made and loaded only when the original could not be: where it loads as it is, nothing happens here.
/// </remarks>
internal static class TorchLibrary
{
    private const string Library = "LibTorchSharp";
    private const string MissingVersion = "GLIBCXX_3.4.32";

    /// <summary>Prepares the process; to be called before anything of TorchSharp's is.</summary>
    public static void Prepare() => AssemblyLoadContext.Default.ResolvingUnmanagedDll += LoadCopy;

    /// <summary>What is asked when every ordinary way to load a library has failed.</summary>
    private static IntPtr LoadCopy(Assembly assembly, string name)
    {
        string original = Path.Combine(AppContext.BaseDirectory, $"lib{Library}.so");
        if (name != Library || !OperatingSystem.IsLinux() || !File.Exists(original))
        {
            return IntPtr.Zero;
        }

        byte[] image = File.ReadAllBytes(original);
        VersionNeeds needs = new(image);
        if (needs.IsUsed(MissingVersion) || !needs.TryMarkWeak(MissingVersion))
        {
            return IntPtr.Zero;
        }

        // Beside the original, because it finds libtorch by its own place.
        string copy = Path.Combine(AppContext.BaseDirectory, $"lib{Library}.weak.so");
        File.WriteAllBytes(copy, image);
        return NativeLibrary.Load(copy);
    }
}
