namespace Bubblescript.Matching;

/// <summary>
/// The base letters of accented Latin letters: every code point named <c>LATIN CAPITAL LETTER x WITH …</c> and its lower-case partner
/// (language reference, BML, section 1). Made from the Unicode character names, version 16; all of them lie in the basic plane.
/// </summary>
internal static class AccentTable
{
    private const char NoBase = '.';

    private const string Latin1AndExtended =
        "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiii...jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz." +
        "bbbb...cc.ddd....ffg...ikkl..nnooo..pp......tttuu.vyyzz..............dd.ll.nnaaiioouuuuuuuuuu.aa" +
        "aa..ggggkkoooo....ddgg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hhn...zzaaeeooooooooyy......acclts" +
        "z..b..eejj..rryy";

    private const string Phonetic =
        "...b...d........g.....h.i..ll....mn..o.......r....s.....t..v.................j";

    private const string PhoneticExtensions =
        "p................z";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzz..........aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";

    private const string ExtendedC =
        "lllprathhkkzz.m...ww..........sz";

    private const string ExtendedD =
        "kkkkkk..lloooo..ppppppqqqq....vv................................................nnccc.bbff......" +
        "ggkknnrrssh..l....j.....uu..........cszddss.ss";

    /// <summary>The base letter, or the character itself when it has none.</summary>
    public static char Fold(char character)
    {
        char folded = character switch
        {
            >= '\u00C0' and <= '\u024F' => Latin1AndExtended[character - '\u00C0'],
            >= '\u0250' and <= '\u029D' => Phonetic[character - '\u0250'],
            >= '\u1D7D' and <= '\u1D8E' => PhoneticExtensions[character - '\u1D7D'],
            >= '\u1E00' and <= '\u1EFF' => Additional[character - '\u1E00'],
            >= '\u2C60' and <= '\u2C7F' => ExtendedC[character - '\u2C60'],
            >= '\uA740' and <= '\uA7CD' => ExtendedD[character - '\uA740'],
            _ => NoBase,
        };
        return folded == NoBase ? character : folded;
    }
}
