using System.Collections.Frozen;

namespace Bubblescript.Values;

/// <summary>
/// Drops the accents of Latin letters (matching language, section 1): every code point whose Unicode name is
/// <c>LATIN CAPITAL LETTER x WITH …</c>, and its lower-case partner, becomes the small letter x. Others stay as they are.
/// </summary>
internal static class TextFolding
{
    private const char FirstAccented = '\u00C0';

    private static readonly (char Letter, string Accented)[] Table =
    [
        ('a', "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặⱥ"),
        ('b', "ƀƁƂƃɃɓḂḃḄḅḆḇꞖꞗ"),
        ('c', "ÇçĆćĈĉĊċČčƇƈȻȼḈḉꞒꞓꞔꟄ"),
        ('d', "ĎďĐđƊƋƌǅǆǲǳɗḊḋḌḍḎḏḐḑḒḓꟇꟈ"),
        ('e', "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩɆɇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
        ('f', "ƑƒḞḟꞘꞙ"),
        ('g', "ĜĝĞğĠġĢģƓǤǥǦǧǴǵɠḠḡꞠꞡ"),
        ('h', "ĤĥĦħȞȟɦḢḣḤḥḦḧḨḩḪḫⱧⱨꞪ"),
        ('i', "ÌÍÎÏìíîïĨĩĪīĬĭĮįİƗǏǐȈȉȊȋɨḬḭḮḯỈỉỊị"),
        ('j', "ĴĵɈɉʝꞲ"),
        ('k', "ĶķƘƙǨǩḰḱḲḳḴḵⱩⱪꝀꝁꝂꝃꝄꝅꞢꞣ"),
        ('l', "ĹĺĻļĽľĿŀŁłƚǈǉȽɫɬḶḷḸḹḺḻḼḽⱠⱡⱢꝈꝉꞭ"),
        ('m', "ɱḾḿṀṁṂṃⱮ"),
        ('n', "ÑñŃńŅņŇňƝƞǋǌǸǹȠɲṄṅṆṇṈṉṊṋꞐꞑꞤꞥ"),
        ('o', "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƟƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱɵṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợꝊꝋꝌꝍ"),
        ('p', "ƤƥᵽṔṕṖṗⱣꝐꝑꝒꝓꝔꝕ"),
        ('q', "ꝖꝗꝘꝙ"),
        ('r', "ŔŕŖŗŘřȐȑȒȓɌɍɽṘṙṚṛṜṝṞṟⱤꞦꞧ"),
        ('s', "ŚśŜŝŞşŠšȘșȿʂṠṡṢṣṤṥṦṧṨṩⱾꞨꞩꟅꟉꟊꟌꟍ"),
        ('t', "ŢţŤťŦŧƬƭƮȚțȾʈṪṫṬṭṮṯṰṱⱦ"),
        ('u', "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰựꞸꞹ"),
        ('v', "ƲʋṼṽṾṿꝞꝟ"),
        ('w', "ŴŵẀẁẂẃẄẅẆẇẈẉⱲⱳ"),
        ('x', "ẊẋẌẍ"),
        ('y', "ÝýÿŶŷŸƳƴȲȳɎɏẎẏỲỳỴỵỶỷỸỹỾỿ"),
        ('z', "ŹźŻżŽžƵƶȤȥɀᶎẐẑẒẓẔẕⱫⱬⱿꟆ"),
    ];

    private static readonly FrozenDictionary<char, char> BaseLetters = Table
        .SelectMany(static row => row.Accented.Select(accented => KeyValuePair.Create(accented, row.Letter)))
        .ToFrozenDictionary();

    /// <summary>The base letter of an accented Latin letter, else the character itself.</summary>
    public static char DropAccent(char character) =>
        character >= FirstAccented && BaseLetters.TryGetValue(character, out char letter) ? letter : character;

    /// <summary>The text with the base letters of all accented Latin letters; the same instance when there are none.</summary>
    public static string DropAccents(string text)
    {
        int first = text.AsSpan().IndexOfAnyExceptInRange('\0', (char)(FirstAccented - 1));
        if (first < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = DropAccent(source[i]);
            }
        });
    }
}
