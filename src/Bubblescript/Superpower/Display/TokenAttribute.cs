namespace Superpower.Display;

/// <summary>Says how a kind of token is named in error messages.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class TokenAttribute : Attribute
{
    public string? Category { get; set; }

    public string? Example { get; set; }

    public string? Description { get; set; }
}
