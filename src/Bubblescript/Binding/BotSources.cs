using System.Collections.Immutable;
using Bubblescript.Builtins;

namespace Bubblescript.Binding;

/// <summary>
/// The files that a bot is made of (language reference, section 6.1). Names decide: <c>*.bubble</c> are main scripts (<c>main.bubble</c> first, then in
/// the order given), <c>master.bubble</c> and <c>group.bubble</c> coordinators, <c>*.test.bubble</c> tests, YAML, JSON and CSV files data; others are ignored.
/// </summary>
/// <param name="Id">The bot's id in its workspace.</param>
/// <param name="Files">The files, in order.</param>
public sealed record BotSources(string Id, ImmutableArray<BotFile> Files)
{
    /// <summary>The ids of all bots of the workspace; literal ids of <c>switch_bot</c> are checked against them. Empty (the default): unknown.</summary>
    public ImmutableArray<string> KnownBots { get; init; } = [];

    /// <summary>Entity kinds of BML that the host's recogniser adds to those of the language. Default: none.</summary>
    public ImmutableArray<string> EntityKinds { get; init; } = [];

    /// <summary>Functions that the host adds to the builtins; scripts are bound against them.</summary>
    internal ImmutableArray<BuiltinFunction> Functions { get; init; } = [];

    /// <summary>Reads the files of a bot without binding them: of a folder all scripts and data files in it and below it, hidden ones excepted; or one script.</summary>
    /// <param name="path">A folder or file.</param>
    /// <param name="id">The bot's id; by default the name of the folder, or of the file without extension.</param>
    /// <exception cref="IOException">The folder or file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file may not be read.</exception>
    public static BotSources Read(string path, string? id = null) => BotReader.Read(path, id);
}
