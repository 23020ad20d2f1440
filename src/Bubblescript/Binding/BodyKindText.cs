namespace Bubblescript.Binding;

/// <summary>How messages name the kinds of bodies.</summary>
internal static class BodyKindText
{
    public static string WithArticle(BodyKind kind) => kind switch
    {
        BodyKind.Dialog => "a dialog",
        BodyKind.Task => "a task",
        BodyKind.Function => "a function",
        _ => "a test",
    };
}
