namespace Bubblescript.Binding;

/// <summary>What a body of statements belongs to; decides which statements it may hold.</summary>
internal enum BodyKind
{
    Dialog,
    Task,
    Function,
    Test,
}
