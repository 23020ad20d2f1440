using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>A constant of the bot; its value is set once while the bot is loaded.</summary>
internal sealed class ConstantCell(string name)
{
    public string Name { get; } = name;

    public Value Value { get; set; }
}
