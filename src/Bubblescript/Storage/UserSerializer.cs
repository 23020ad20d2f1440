using System.Collections.Immutable;
using Bubblescript.Coordination;

namespace Bubblescript.Storage;

/// <summary>The saved form of a user's record.</summary>
internal static class UserSerializer
{
    public static ReadOnlyMemory<byte> Write(string userId, UserData data) => StateJson.Write((userId, data), static (writer, saved) =>
    {
        writer.WriteString("user"u8, saved.userId);
        StateJson.WriteMap(writer, "profile", saved.data.Profile);
        StateJson.WriteMap(writer, "remembered", saved.data.Remembered);
        StateJson.WriteMap(writer, "fields", saved.data.Fields);
        StateJson.WriteTexts(writer, "sessions", [.. saved.data.Sessions.Order(StringComparer.Ordinal)]);
    });

    /// <exception cref="StateFormatException">The document is of a newer format, or none.</exception>
    public static UserData Read(ReadOnlyMemory<byte> utf8Json) => StateJson.Read(utf8Json, static root => new UserData
    {
        Profile = StateJson.ReadMap(root, "profile"),
        Remembered = StateJson.ReadMap(root, "remembered"),
        Fields = StateJson.ReadMap(root, "fields"),
        Sessions = [.. StateJson.ReadTexts(root, "sessions")],
    });
}
