using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus.Reading;

/// <summary>The tunes of an ABC file as songs of a corpus.</summary>
internal static class AbcSongs
{
    /// <summary>Says that a tune is asked for of a file that has none.</summary>
    public static CorpusException NoneInMidi(string file, string tune) =>
        new(file, $"There is no tune \"{tune}\" in \"{file}\": it is a MIDI file.");

    /// <summary>The place of the tune that is asked for.</summary>
    /// <exception cref="CorpusException">There is none.</exception>
    public static int Find(AbcTunebook book, string tune, string file)
    {
        int index = book.Find(tune);
        if (index >= 0)
        {
            return index;
        }

        IEnumerable<string> titles = book.Tunes.Select(other => other.Title);
        string numbers = book.Tunes.Count == 1
            ? $"its one tune is number {book.NumberOf(0)}"
            : $"its tunes are numbered {book.NumberOf(0)} to {book.NumberOf(book.Tunes.Count - 1)}";
        throw new CorpusException(file, $"There is no tune \"{tune}\" in \"{file}\"; {NearNames.Hint(tune, titles) ?? numbers}.");
    }

    /// <summary>What a corpus says of each tune, before any is heard; of one where one is asked for.</summary>
    public static IEnumerable<(CorpusFile Song, AbcTune Tune)> Of(AbcTunebook book, CorpusFile file, string? asked, string fullPath)
    {
        int only = asked is null ? -1 : Find(book, asked, fullPath);
        for (int index = 0; index < book.Tunes.Count; index++)
        {
            AbcTune tune = book.Tunes[index];
            if (only < 0 || only == index)
            {
                bool isOneOfMany = book.Tunes.Count > 1;
                int number = book.NumberOf(index);
                yield return (file with
                {
                    Path = isOneOfMany ? $"{file.Path}#{number}" : file.Path,
                    TuneNumber = isOneOfMany ? number : null,
                    Title = tune.Title.Length > 0 ? tune.Title : null,
                    AbcWarnings = tune.Warnings,
                    LeftOut = tune.Error is { } error
                        ? new CorpusReason(CorpusCause.BrokenTune, $"a tune that cannot be read: {error.Message}")
                        : null,
                }, tune);
            }
        }
    }
}
