using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Inputs;

/// <summary>What holds of all inputs and every song.</summary>
public sealed class InputReaderTests
{
    [Fact]
    public void Every_step_gives_what_the_definitions_give_for_the_song_so_far() =>
        InputSongs.Any.Sample(
            entry =>
            {
                (MelodyEncoding encoding, TokenSequence song) = entry;
                InputLayout layout = InputSongs.Layout(encoding);
                InputReader reader = layout.CreateReader();
                for (int step = 0; step + 1 < song.Length; step++)
                {
                    reader.Hear(song.Tokens[step], song.Positions[step + 1]);
                    NaiveInputs naive = new(encoding, song.Tokens[..(step + 1)], song.Positions[step + 1]);
                    Proposal[] proposals = [.. layout.Copies.Select(copy => naive.Propose(copy.Name))];
                    Assert.Equal(proposals, reader.Proposals.ToArray());
                    Assert.Equal(proposals.Select(proposal => proposal.Token), reader.PointsTo.ToArray());
                    Assert.Equal(naive.Evidence(proposals), reader.Evidence.ToArray());
                    Assert.Equal(layout.Groups.Select(group => naive.Row(group.Name)), RowsOfGroups(layout, reader.Rows));
                }
            },
            iter: 150);

    [Fact]
    public void A_song_moved_up_or_down_has_the_rows_and_proposals_moved_and_the_same_evidence() =>
        Gen.Select(InputSongs.Any, Gen.Int[-12, 12]).Sample(
            (entry, semitones) =>
            {
                (MelodyEncoding encoding, TokenSequence song) = entry;
                int[] moved = [.. song.Tokens.ToArray().Select(token => encoding.Transpose(token, semitones))];

                InputLayout layout = InputSongs.Layout(encoding);
                InputReader here = layout.CreateReader();
                InputReader there = layout.CreateReader();
                for (int step = 0; step + 1 < song.Length; step++)
                {
                    here.Hear(song.Tokens[step], song.Positions[step + 1]);
                    there.Hear(moved[step], song.Positions[step + 1]);
                    int[] rows = here.Rows.ToArray();
                    layout.Transpose(rows, semitones);
                    Assert.Equal(rows, there.Rows.ToArray());
                    Proposal[] expected = [.. here.Proposals.ToArray().Select(
                        proposal => proposal.Exists ? proposal with { Token = encoding.Transpose(proposal.Token, semitones) } : proposal)];
                    Assert.Equal(expected, there.Proposals.ToArray());
                    Assert.Equal(here.Evidence.ToArray(), there.Evidence.ToArray());
                }
            },
            iter: 150);

    [Fact]
    public void What_comes_later_changes_nothing_that_came_before() =>
        Gen.Select(InputSongs.Any, InputSongs.Any, Gen.Int[1, 150]).Sample(
            (one, other, cut) =>
            {
                // The first song, and the first song up to the cut with the second after it: the same up to the cut.
                MelodyEncoding encoding = one.Encoding;
                int steps = Math.Min(cut, one.Song.Length - 1);
                InputLayout layout = InputSongs.Layout(encoding);
                string[] whole = [.. Inputs(layout, one.Song.Tokens, one.Song.Positions)];
                int[] later = [.. other.Song.Tokens.ToArray().Select(token => Math.Min(token, encoding.TokenCount - 1))];
                int[] tokens = [.. one.Song.Tokens[..steps], .. later];
                BarPosition[] positions = [.. one.Song.Positions[..(steps + 1)], .. other.Song.Positions];
                Assert.Equal(whole[..steps], Inputs(layout, tokens, positions).Take(steps));
            },
            iter: 100);

    [Theory]
    [MemberData(nameof(EncodingNames))]
    public void A_song_of_one_token_100_000_times_over_costs_no_more_at_its_end(string name)
    {
        // The encoding counts how often it is asked. Beside that, a step compares at most 64 tokens for each source that looks back by
        // bars or pitch, and at most 8 events before each of at most 32; so a song of this length is read at once, or never.
        CountingEncoding encoding = new(Encodings.ByName(name));
        InputReader reader = InputSongs.Layout(encoding).CreateReader();
        int pitch = InputSongs.Token(encoding, 60);
        int most = 0;
        for (int step = 0; step < 100_000; step++)
        {
            int before = encoding.Asked;
            reader.Hear(pitch, new BarPosition((step + 1) % 16, 16));
            most = Math.Max(most, encoding.Asked - before);
        }

        bool isOneNote = name == "lab";
        Assert.Equal(isOneNote ? new Proposal(pitch, 64) : new Proposal(0, 0), reader.Proposals[0]); // hold
        Assert.Equal(new Proposal(pitch, 64), reader.Proposals[2]); // bars 1
        Assert.Equal(isOneNote ? Proposal.None : new Proposal(pitch, 8), reader.Proposals[7]); // figure
        Assert.InRange(most, 1, 20);
    }

    [Fact]
    public void A_sequence_100_000_steps_long_costs_no_more_at_its_end()
    {
        CountingEncoding encoding = new(Encodings.Melody());
        InputReader reader = InputSongs.Layout(encoding).CreateReader();
        int[] scale = [.. Enumerable.Range(0, 120).Select(pitch => InputSongs.Token(encoding, pitch))];
        int most = 0;
        for (int step = 0; step < 100_000; step++)
        {
            int before = encoding.Asked;
            reader.Hear(scale[step % 120], new BarPosition((step + 1) % 8, 8));
            most = Math.Max(most, encoding.Asked - before);
        }

        Assert.InRange(most, 64, 3 * (64 + 4) + 20); // three sources count up to 64 steps that were moved
    }

    [Theory]
    [MemberData(nameof(EncodingNames))]
    public void Bars_of_one_step_and_of_a_thousand_are_looked_back_on_like_any(string name)
    {
        MelodyEncoding encoding = Encodings.ByName(name);
        InputLayout layout = InputSongs.Layout(encoding);
        int[] song = [.. Enumerable.Range(0, 4100).Select(step => InputSongs.Token(encoding, 48 + (step * step % 23)))];

        InputReader shortest = InputSongs.Read(layout, song, bar: 1);
        Assert.Equal(Proposal.None, shortest.Proposals[1]); // half a bar is no whole step
        Assert.Equal(song[^1], shortest.PointsTo[2]);
        Assert.Equal(song[^64], shortest.PointsTo[6]);
        Assert.Equal(0, RowsOfGroups(layout, shortest.Rows)[3]);

        InputReader longest = InputSongs.Read(layout, song, bar: 1000);
        Assert.Equal(song[^500], longest.PointsTo[1]);
        Assert.Equal(song[^4000], longest.PointsTo[5]);
        Assert.Equal(Proposal.None, longest.Proposals[6]);
        Assert.Equal((48 * 47 / 2) + (4100 % 1000 % 48), RowsOfGroups(layout, longest.Rows)[3]);
    }

    [Theory]
    [InlineData(-1, 0, 16)]
    [InlineData(79, 0, 16)]
    [InlineData(0, 0, 0)] // a bar of no steps
    [InlineData(0, 16, 16)]
    [InlineData(0, -1, 16)]
    public void A_token_that_is_none_and_a_step_beyond_its_bar_are_refused(int token, int offset, int length)
    {
        InputReader reader = InputSongs.Layout(Encodings.Lab).CreateReader();
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Hear(token, new BarPosition(offset, length)));
    }

    [Theory]
    [MemberData(nameof(EncodingNames))]
    public void A_reader_with_room_for_the_song_allocates_nothing(string name)
    {
        MelodyEncoding encoding = Encodings.ByName(name);
        int[] song = [.. Enumerable.Range(0, 5000).Select(step => InputSongs.Token(encoding, 48 + (step * step % 11)))];
        InputLayout layout = InputSongs.Layout(encoding);

        // The runtime may compile a method anew in the middle of a song, and allocate for that; a step that allocates does so in every
        // song.
        Assert.Contains(0, Enumerable.Range(0, 5).Select(_ => Allocated(layout.CreateReader(song.Length))));

        long Allocated(InputReader reader)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < song.Length; step++)
            {
                reader.Hear(song[step], new BarPosition((step + 1) % 12, 12));
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    public static TheoryData<string> EncodingNames => ["lab", "melody"];

    private static int[] RowsOfGroups(InputLayout layout, ReadOnlySpan<int> rows)
    {
        int[] own = rows.ToArray();
        int first = 0;
        for (int group = 0; group < own.Length; group++)
        {
            own[group] = own[group] < 0 ? -1 : own[group] - first;
            first += layout.Groups[group].RowCount;
        }

        return own;
    }

    /// <summary>All that a reader says at each step, as text.</summary>
    private static List<string> Inputs(InputLayout layout, ReadOnlySpan<int> tokens, ReadOnlySpan<BarPosition> positions)
    {
        InputReader reader = layout.CreateReader();
        List<string> all = [];
        for (int step = 0; step + 1 < positions.Length && step < tokens.Length; step++)
        {
            reader.Hear(tokens[step], positions[step + 1]);
            all.Add(string.Join(' ', (int[])[.. reader.Rows, .. reader.PointsTo, .. reader.Evidence]));
        }

        return all;
    }
}
