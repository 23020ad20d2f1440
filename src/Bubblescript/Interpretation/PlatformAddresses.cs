namespace Bubblescript.Interpretation;

/// <summary>The addresses that scripts write as atoms, and that mean another process for every bot or conversation.</summary>
internal static class PlatformAddresses
{
    /// <summary>How scripts name the master of their own bot.</summary>
    public const string OwnMaster = ":master";

    /// <summary>How scripts name the page that embeds the client.</summary>
    public const string Page = ":chat_bubble";
}
