using System.Runtime.ExceptionServices;

namespace Bubblescript.Syntax;

/// <summary>Gives deeply nested scripts a stack of their own, so that what can be parsed does not depend on the thread of the caller.</summary>
internal static class DeepStack
{
    private const int CommonNesting = 30;
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Runs a parser here, or on a thread with a large stack if the nesting is unusual.</summary>
    public static T Run<T>(int nesting, Func<T> parse)
    {
        if (nesting <= CommonNesting)
        {
            return parse();
        }

        T? result = default;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = parse();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
