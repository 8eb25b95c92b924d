using Tunesmith.Files;
using Tunesmith.Midi;
using Tunesmith.Music.Abc;

namespace Tunesmith.Music;

public sealed partial class Score
{
    /// <summary>
    /// Reads a song from a file, MIDI or ABC: ABC where its extension is .abc, or where that is none of MIDI and the file begins as ABC
    /// does. What breaks the format is read as far as it makes sense; to hear of it, load a <see cref="MidiFile"/> or an
    /// <see cref="AbcTunebook"/>.
    /// </summary>
    /// <param name="path">Where it is. An ABC file holds one tune; of several, choose one in an <see cref="AbcTunebook"/>.</param>
    /// <exception cref="MidiFormatException">The file is not a MIDI file.</exception>
    /// <exception cref="AbcFormatException">The file holds no tune, several, or one that cannot be read.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Score Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return SongFormat.IsAbc(path, bytes) ? AbcTunebook.FromBytes(bytes).OnlySong() : FromMidi(MidiFile.ReadOwned(bytes));
        }
        catch (MidiFormatException exception)
        {
            throw exception.InFile(path);
        }
        catch (AbcFormatException exception)
        {
            throw exception.InFile(path);
        }
    }

    /// <summary>
    /// Writes the song whole or not at all: as ABC where the extension is .abc, its title the file's name, else as a MIDI file.
    /// </summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="InvalidOperationException">See <see cref="ToMidi"/> and <see cref="ToAbc"/>.</exception>
    public void Save(string path)
    {
        byte[] bytes = SongFormat.IsAbc(path)
            ? System.Text.Encoding.UTF8.GetBytes(ToAbc(Path.GetFileNameWithoutExtension(path)).Text)
            : ToMidi().ToBytes();
        WholeFile.Write(path, bytes);
    }

    /// <summary>
    /// Writes the song as ABC: title, meter, tempo, a key that leaves the fewest accidentals, and each track as one voice or more. What is
    /// read back has the same notes at the same times: lengths are exact fractions, whatever the grid.
    /// </summary>
    /// <param name="title">Its title.</param>
    /// <returns>The text, and what of the song it does not say.</returns>
    /// <exception cref="InvalidOperationException">
    /// It has no note that lasts, or what would not be read again: more than 1,000 voices, or 1,000,000 notes, rests and bar lines.
    /// </exception>
    public AbcWriting ToAbc(string title = "") => AbcWriter.Write(this, title);
}
