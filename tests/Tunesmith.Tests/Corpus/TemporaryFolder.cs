using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

/// <summary>A folder of small songs made for one test, and gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("tunesmith-").FullName;

    /// <summary>The place of a file in it, its folders made.</summary>
    public string PathOf(string relative)
    {
        string path = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Writes bytes.</summary>
    public void Add(string relative, params byte[] bytes) => File.WriteAllBytes(PathOf(relative), bytes);

    /// <summary>Writes a song.</summary>
    public void Add(string relative, Score song) => song.Save(PathOf(relative));

    /// <summary>Writes a scale of some steps, the last of them a rest, so that it is heard as so many steps.</summary>
    public void AddScale(string relative, int steps, int lowest = 60)
    {
        int[] pitches = [.. Enumerable.Range(0, steps - 1).Select(step => lowest + (step % 12)), -1];
        Add(relative, Encodings.Lab.Write(Melody.FromSoundingPitches(pitches)));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
