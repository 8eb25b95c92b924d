using Tunesmith.Music;

namespace Tunesmith.Encoding.Voices;

/// <summary>
/// The encoding <c>melody</c>: one voice of a song with its strikes. Token 0 holds what sounds, token 1 rests, and token 2 + p strikes
/// pitch p, 0 to 127. A step is 1/<see cref="StepsPerQuarter"/> of a quarter; onsets and ends move to the nearest step, and a note lasts
/// one step at the least. The melody begins with the song and ends with the voice's last note. Tempi and meters are kept, moved to the
/// nearest step, one of each a step.
/// </summary>
/// <remarks>docs/encodings.md gives the whole definition with an example.</remarks>
internal sealed class VoiceEncoding : MelodyEncoding
{
    private const int Hold = 0;
    private const int Rest = 1;
    private const int FirstPitch = 2;
    private const int Velocity = 80;

    private readonly StepGrid _grid;

    /// <summary>Makes an encoding.</summary>
    /// <param name="voice">Which voice is heard.</param>
    /// <param name="stepsPerQuarter">Steps in a quarter note; 1 to 48.</param>
    public VoiceEncoding(MelodyVoice voice, int stepsPerQuarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerQuarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stepsPerQuarter, StepGrid.Finest);
        Voice = voice;
        _grid = new StepGrid(stepsPerQuarter);
    }

    /// <inheritdoc/>
    public override string Name => "melody";

    /// <summary>130: hold, rest and 128 pitches.</summary>
    public override int TokenCount => FirstPitch + Pitch.HighestNumber + 1;

    /// <summary>1.</summary>
    public override int RestToken => Rest;

    /// <inheritdoc/>
    public override int StepsPerQuarter => _grid.StepsPerQuarter;

    /// <inheritdoc/>
    public override MelodyVoice Voice { get; }

    /// <inheritdoc/>
    public override string TokenName(int token) => RequireToken(token) switch
    {
        Hold => "hold",
        Rest => "rest",
        _ => PitchOf(token)!.Value.ToString(),
    };

    /// <inheritdoc/>
    public override Melody Hear(Score score) => MelodyOf(score, SkylineOf(VoiceNotes.Of(score, Voice), score).Voice());

    /// <inheritdoc/>
    public override Melody Hear(Score score, out HeardVoice? voice)
    {
        VoiceNotes notes = VoiceNotes.Of(score, Voice);
        Skyline skyline = SkylineOf(notes, score);
        MelodyStep[] steps = skyline.Voice();
        voice = new HeardVoice(notes.Voice, notes.Name, notes.Notes.Length, skyline.CountCrowded(steps));
        return MelodyOf(score, steps);
    }

    /// <inheritdoc/>
    public override HeardVoice VoiceOf(Score score)
    {
        VoiceNotes voice = VoiceNotes.Of(score, Voice);
        Skyline skyline = SkylineOf(voice, score);
        return new HeardVoice(voice.Voice, voice.Name, voice.Notes.Length, skyline.CountCrowded(skyline.Voice()));
    }

    /// <inheritdoc/>
    public override TokenSequence Encode(Melody melody, string titleGroup = "")
    {
        RequireGrid(melody);
        int[] tokens = new int[melody.Length];
        for (int step = 0; step < tokens.Length; step++)
        {
            MelodyStep heard = melody.Steps[step];
            tokens[step] = heard.Pitch is not { } pitch ? Rest : heard.IsOnset ? FirstPitch + pitch.Number : Hold;
        }

        return new TokenSequence(this, tokens, melody.Positions(), titleGroup);
    }

    /// <summary>A hold where nothing sounds, after a rest or at the start, is read as a rest.</summary>
    /// <inheritdoc/>
    public override MelodyStep DecodeStep(int token, MelodyStep before) => RequireToken(token) switch
    {
        Hold => before.Pitch is { } pitch ? MelodyStep.Hold(pitch) : MelodyStep.Rest,
        Rest => MelodyStep.Rest,
        _ => MelodyStep.Onset(PitchOf(token)!.Value),
    };

    /// <summary>The token of the pitch that many semitones up, or -1 outside 0 to 127; hold and rest stay what they are.</summary>
    /// <inheritdoc/>
    public override int Transpose(int token, int semitones)
    {
        if (RequireToken(token) < FirstPitch)
        {
            return token;
        }

        long moved = (long)token + semitones;
        return moved >= FirstPitch && moved < TokenCount ? (int)moved : -1;
    }

    /// <summary>
    /// Writes a melody with its tempi and meters: one track named melody, channel 0, program 0, velocity 80, and 480 ticks a quarter or the
    /// next multiple of the grid's steps. Heard again with the voice auto or highest it is the same melody, but that rests at the end are
    /// no part of it, and that a step has one tempo and one meter.
    /// </summary>
    /// <inheritdoc/>
    public override Score Write(Melody melody)
    {
        RequireGrid(melody);
        long ticksPerStep = _grid.TicksPerStep;
        List<Note> notes = [];
        for (int step = 0; step < melody.Length; step++)
        {
            MelodyStep heard = melody.Steps[step];
            if (heard.IsOnset)
            {
                notes.Add(new Note(step * ticksPerStep, 0, heard.Pitch!.Value, Velocity, 0));
            }

            if (!heard.IsRest)
            {
                notes[^1] = notes[^1] with { Length = notes[^1].Length + ticksPerStep };
            }
        }

        ScoreTrack track = ScoreTrack.FromNotes(notes, Name, [new ProgramChange(0, 0, 0)], melody.Length * ticksPerStep);
        return new Score(
            _grid.TicksPerQuarter,
            [track],
            new TempoMap(melody.Tempos.Changes
                .Where(change => change.Tick < melody.Length)
                .Select(change => change with { Tick = change.Tick * ticksPerStep })),
            new MeterMap(melody.Meters.Changes
                .Where(change => change.Tick < melody.Length)
                .Select(change => new MeterChange(change.Tick * ticksPerStep, change.Meter))));
    }

    /// <summary>Rest after a rest, else hold.</summary>
    /// <inheritdoc/>
    public override int Continuation(int token) => RequireToken(token) == Rest ? Rest : Hold;

    /// <summary>All but a hold after a rest.</summary>
    /// <inheritdoc/>
    public override bool CanFollow(int token, int before) => RequireToken(token) != Hold || before != Rest;

    /// <inheritdoc/>
    public override Pitch? PitchOf(int token) => RequireToken(token) < FirstPitch ? null : new Pitch(token - FirstPitch);

    private Melody MelodyOf(Score score, MelodyStep[] steps)
    {
        IEnumerable<TempoChange> tempos = score.Tempos.Changes
            .Select(change => change with { Tick = _grid.StepOf(change.Tick, score.TicksPerQuarter) })
            .Where(change => change.Tick < steps.Length)
            .GroupBy(change => change.Tick, (_, changes) => changes.Last());
        IEnumerable<MeterChange> meters = score.Meters.Changes
            .Select(change => new MeterChange(_grid.StepOf(change.Tick, score.TicksPerQuarter), change.Meter))
            .Where(change => change.Tick < steps.Length)
            .GroupBy(change => change.Tick, (_, changes) => changes.Last());
        return new Melody(steps, StepsPerQuarter, new TempoMap(tempos), new MeterMap(meters));
    }

    private Skyline SkylineOf(VoiceNotes voice, Score score) =>
        Skyline.Of(voice.Notes, score.TicksPerQuarter, _grid, voice.Voice.Kind == MelodyVoiceKind.Lowest);

    private int RequireToken(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(token, TokenCount);
        return token;
    }

    private void RequireGrid(Melody melody)
    {
        if (melody.StepsPerQuarter != StepsPerQuarter)
        {
            throw new ArgumentException(
                $"This melody encoding has {StepsPerQuarter} steps a quarter, the melody {melody.StepsPerQuarter}. "
                + "Hear the song with this encoding.",
                nameof(melody));
        }
    }
}
