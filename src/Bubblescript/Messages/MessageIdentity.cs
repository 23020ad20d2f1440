using Bubblescript.Values;

namespace Bubblescript.Messages;

/// <summary>Another sender of a message than the bot itself (option <c>as:</c>; chat messages, section 1).</summary>
/// <param name="Fields"><c>user_id first_name last_name profile_picture</c> and whatever else the script gave.</param>
public sealed record MessageIdentity(MapValue Fields)
{
    /// <summary>The sender's id, or null.</summary>
    public string? UserId => PayloadFields.Text(Fields, "user_id");

    /// <summary>The sender's first name, or null.</summary>
    public string? FirstName => PayloadFields.Text(Fields, "first_name");

    /// <summary>The sender's last name, or null.</summary>
    public string? LastName => PayloadFields.Text(Fields, "last_name");

    /// <summary>The address of the sender's picture, or null.</summary>
    public string? ProfilePicture => PayloadFields.Text(Fields, "profile_picture");
}
