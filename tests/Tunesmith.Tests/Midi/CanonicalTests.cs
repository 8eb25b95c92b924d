using CsCheck;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

/// <summary>A canonical file comes back byte by byte, and whatever is written is canonical.</summary>
public sealed class CanonicalTests
{
    [Fact]
    public void What_is_written_is_canonical_and_comes_back_byte_by_byte() => MidiGenerator.File.Sample(
        file =>
        {
            byte[] bytes = file.ToBytes();
            return CanonicalFile.Is(bytes) && MidiFile.FromBytes(bytes).ToBytes().AsSpan().SequenceEqual(bytes);
        },
        iter: 300);

    [Theory]
    [InlineData("torture/files", 233, 99, 50)]
    [InlineData("pop", 88, 0, 88)]
    public void Canonical_files_come_back_byte_by_byte(string folder, int files, int canonical, int butForRepeatedStatus)
    {
        string[] paths = Directory.GetFiles(SharedData.Require($"data/{folder}"));
        (int found, int foundButForRepeatedStatus) = (0, 0);
        foreach (string path in paths)
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (CanonicalFile.Is(bytes))
            {
                found++;
                Assert.True(MidiFile.FromBytes(bytes).ToBytes().AsSpan().SequenceEqual(bytes), path);
            }
            else if (CanonicalFile.Is(bytes, mayRepeatStatus: true))
            {
                foundButForRepeatedStatus++;
                Assert.True(CanonicalFile.Is(MidiFile.FromBytes(bytes).ToBytes()), path);
            }
        }

        Assert.Equal((files, canonical, butForRepeatedStatus), (paths.Length, found, foundButForRepeatedStatus));
    }
}
