using Tunesmith.Corpus;

namespace Tunesmith.Fuzz.Seeds;

/// <summary>ABC to start from: a tune of nearly every sign, one of repeats within parts, and the songbook.</summary>
internal static class AbcSeeds
{
    private const string Signs =
        """
        X:1
        T:Every \'e sign &amp; \u00e9
        M:6/8
        L:1/8
        Q:3/8=60
        P:A(AB)2
        V:1 clef=bass octave=-1 name="Bass"
        K:Ador ^f
        P:A
        V:1
        |:A>B^c {de}d2-d|[1(3efg [Ace]2 z:|[2 "Am"a'3 !trill!b,3 & c6|]
        V:2
        Z2|A6|]
        P:B
        V:1
        [M:2/4][K:C exp _b][Q:120](5:4:5CDEFG A/B//c3/2|
        V:2
        x4|

        X:2
        K:HP
        a % the end
        """;

    private const string Repeats = "X:1\nP:A3(BA)2\nM:C|\nL:1/16\nK:none\nP:A\n|:C2D2:|:E::F:|1,3G:|2 A|]\nP:B\n|:[K:^c]c-c<d:|\n";

    public static IEnumerable<byte[]> All() =>
    [
        System.Text.Encoding.UTF8.GetBytes(Signs),
        System.Text.Encoding.UTF8.GetBytes(Repeats),
        System.Text.Encoding.Unicode.GetBytes('\uFEFF' + Repeats),
        .. Songbook.Tunes.Select(tune => System.Text.Encoding.UTF8.GetBytes(Songbook.Tune(tune).Score.ToAbc(tune).Text)),
    ];
}
