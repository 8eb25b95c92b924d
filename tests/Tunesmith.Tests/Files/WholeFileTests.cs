using Tunesmith.Files;
using Tunesmith.Tests.Corpus;

namespace Tunesmith.Tests.Files;

/// <summary>Files are written whole or not at all, and nothing is left beside them.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_made_and_an_older_one_replaced()
    {
        string path = _folder.PathOf("song.mid");
        foreach (byte[] bytes in (byte[][])[[1, 2, 3], [], [4]])
        {
            WholeFile.Write(path, bytes);
            Assert.Equal(bytes, File.ReadAllBytes(path));
            Assert.Equal([path], Directory.GetFiles(_folder.Root));
        }
    }

    [Fact]
    public void Where_it_cannot_be_written_all_is_as_it_was()
    {
        string path = _folder.PathOf("song.mid/inside.txt");
        File.WriteAllText(path, "what was there");
        Assert.ThrowsAny<SystemException>(() => WholeFile.Write(_folder.PathOf("song.mid"), [1, 2, 3]));
        Assert.Empty(Directory.GetFiles(_folder.Root));
        Assert.Equal("what was there", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_is_missing_is_said() =>
        Assert.Throws<DirectoryNotFoundException>(() => WholeFile.Write(Path.Combine(_folder.Root, "none", "song.mid"), [1]));
}
