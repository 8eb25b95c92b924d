using System.Security.Cryptography;
using Tunesmith.Encoding.Lab;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Lab;

/// <summary>The lab's two matrices of a song, (steps x 78) bytes row by row: all that sounds, and the melody.</summary>
internal static class LabMatrices
{
    /// <summary>The lowest pitch that a matrix has; column c is pitch 24 + c.</summary>
    public const int Lowest = 24;

    /// <summary>The columns of a matrix.</summary>
    public const int Columns = 78;

    /// <summary>The pitches that sound at each step, ascending.</summary>
    public static int[][] Sounding(LabRoll roll) =>
        [
            .. roll.Rows.ToArray().Select(row =>
                Enumerable.Range(0, Columns).Where(bit => ((row >> bit) & 1) == 1).Select(bit => bit + Lowest).ToArray()),
        ];

    /// <summary>SHA-256 of the matrix of all that sounds.</summary>
    public static string MultiHotSha(LabRoll roll) => Sha(Sounding(roll));

    /// <summary>SHA-256 of the matrix of a melody.</summary>
    public static string OneHotSha(Melody melody) =>
        Sha([.. melody.SoundingPitches().Select(pitch => pitch < 0 ? Array.Empty<int>() : [pitch])]);

    private static string Sha(int[][] rows)
    {
        byte[] matrix = new byte[rows.Length * Columns];
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (int pitch in rows[row])
            {
                matrix[(row * Columns) + pitch - Lowest] = 1;
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(matrix));
    }
}
