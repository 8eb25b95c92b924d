using System.Reflection;

namespace Tunesmith.Model;

/// <content>The model that comes with Tunesmith.</content>
public sealed partial class MelodyModel
{
    private const string StarterResource = "model/starter.safetensors";

    /// <summary>
    /// Reads the starter model, with which one can compose before anything is trained: it has learned the songbook by the recipe
    /// <c>lookback</c>, and <c>tunesmith train songbook</c> makes its bytes again. Each call makes a model of its own.
    /// </summary>
    public static MelodyModel LoadStarter()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(StarterResource)
            ?? throw new FileNotFoundException("The library was built without its starter model.");
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return FromBytes(bytes);
    }
}
