namespace Bubblescript.Builtins;

/// <summary>The names of months and days (builtin functions, section 6). Fixed here, so that they do not depend on the machine.</summary>
internal sealed class DateNames
{
    private static readonly DateNames English = new(
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        "Mon Tue Wed Thu Fri Sat Sun");

    private static readonly DateNames Dutch = new(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        "ma di wo do vr za zo");

    private static readonly DateNames German = new(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Mo Di Mi Do Fr Sa So");

    private static readonly DateNames French = new(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lun. mar. mer. jeu. ven. sam. dim.");

    private static readonly DateNames Spanish = new(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lun mar mié jue vie sáb dom");

    private static readonly DateNames Italian = new(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "lun mar mer gio ven sab dom");

    private static readonly DateNames Portuguese = new(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        "seg ter qua qui sex sáb dom");

    private DateNames(string months, string shortMonths, string days, string shortDays)
    {
        Months = months.Split(' ');
        ShortMonths = shortMonths.Split(' ');
        Days = days.Split(' ');
        ShortDays = shortDays.Split(' ');
    }

    /// <summary>From January.</summary>
    public string[] Months { get; }

    /// <summary>From January.</summary>
    public string[] ShortMonths { get; }

    /// <summary>From Monday.</summary>
    public string[] Days { get; }

    /// <summary>From Monday.</summary>
    public string[] ShortDays { get; }

    /// <summary>The names of a locale; English ones when there are no others.</summary>
    public static DateNames Of(string locale) => Locales.LanguageOf(locale) switch
    {
        "nl" => Dutch,
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        "it" => Italian,
        "pt" => Portuguese,
        _ => English,
    };
}
