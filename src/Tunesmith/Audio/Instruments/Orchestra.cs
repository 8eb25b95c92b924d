using Tunesmith.Audio.Timbres;

namespace Tunesmith.Audio.Instruments;

/// <summary>All instruments, by the programs of General MIDI.</summary>
internal static class Orchestra
{
    private static readonly Instrument[] Families =
    [
        new Piano(),
        new ElectricPiano(),
        new Mallets(),
        new Organ(),
        new PluckedStrings(),
        new ElectricGuitar(),
        new Bass(),
        new BowedStrings(),
        new Choir(),
        new Brass(),
        new Reeds(),
        new Flutes(),
        new Leads(),
        new Pads(),
        new StruckPercussion(),
        new Effects(),
    ];

    private static readonly Instrument[] ByProgram = Assign();

    /// <summary>What a note of a program sounds like.</summary>
    public static Timbre Play(in Strike strike) => Of(strike.Program).Play(strike);

    /// <summary>The instrument that plays a program.</summary>
    public static Instrument Of(int program) => ByProgram[program];

    private static Instrument[] Assign()
    {
        Instrument[] assigned = new Instrument[128];
        foreach (Instrument family in Families)
        {
            foreach (int program in family.Programs)
            {
                assigned[program] = assigned[program] is null
                    ? family
                    : throw new InvalidOperationException($"Program {program} is played by two instruments.");
            }
        }

        int missing = Array.IndexOf(assigned, null);
        return missing < 0 ? assigned : throw new InvalidOperationException($"Program {missing} is played by no instrument.");
    }
}
