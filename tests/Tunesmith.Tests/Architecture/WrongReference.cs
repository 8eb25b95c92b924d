// A made-up reference against the arrows, so that the test of the arrows can be seen to fail. It is no part of the library.
namespace Tunesmith.Midi;

internal static class WrongReference
{
    /// <summary>Midi asks Music, which stands above it.</summary>
    public static string Ask(int number) => new Tunesmith.Music.Pitch(number).ToString();
}
