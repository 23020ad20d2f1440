namespace Bubblescript.Values;

/// <summary>Text conversion (language reference, section 3.2).</summary>
internal static class ValueText
{
    public static string ToText(Value value, LocaleContext? locale = null) => value.Kind.ToString() + (locale?.Current ?? string.Empty);
}
