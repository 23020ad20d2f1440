namespace Bubblescript.Values;

/// <summary>The locales that turn values into text: the conversation's and the bot's, which is the fallback (language reference, sections 6 and 12).</summary>
internal sealed record LocaleContext(string Current, string Default)
{
    public static readonly LocaleContext English = new("en", "en");

    /// <summary>The context of two locales; the common one is made once.</summary>
    public static LocaleContext Of(string current, string @default) => current is "en" && @default is "en" ? English : new LocaleContext(current, @default);
}
