namespace Tunesmith.Corpus;

/// <summary>Why a song is left out, or used only in part. docs/corpus.md says exactly when each holds.</summary>
public enum CorpusCause
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The file is gone, may not be read, or a folder cannot be searched.</summary>
    Unreadable,

    /// <summary>The file is larger than 64 MB.</summary>
    TooBig,

    /// <summary>The bytes are neither MIDI nor ABC.</summary>
    NotASong,

    /// <summary>A tune of an ABC file cannot be read.</summary>
    BrokenTune,

    /// <summary>The file breaks its format, and <see cref="CorpusOptions.Strict"/> takes none such.</summary>
    BreaksFormat,

    /// <summary>The song has no note but the drums'.</summary>
    NoMelody,

    /// <summary>The song does not have the track or channel asked for.</summary>
    NoSuchVoice,

    /// <summary>The song lasts more than <see cref="CorpusOptions.MaxMinutes"/>.</summary>
    TooLong,

    /// <summary>The song has more steps than a grid may have.</summary>
    TooManySteps,

    /// <summary>The song has fewer than <see cref="CorpusOptions.MinSteps"/> steps.</summary>
    TooShort,

    /// <summary>The lab encoding stops at a meter; by that the song is too short, or what follows is not learned.</summary>
    OddMeter,

    /// <summary>The file is cut off or damaged, and what it lacks is not learned.</summary>
    Damaged,

    /// <summary>Of a tune not all that is written is played.</summary>
    NotAllPlayed,

    /// <summary>Notes so close together that they fall in one step give way to one another.</summary>
    Crowded,

    /// <summary>Notes are higher than the encoding has pitches.</summary>
    OutOfRange,
}
