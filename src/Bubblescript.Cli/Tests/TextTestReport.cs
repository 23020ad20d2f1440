using System.Globalization;

namespace Bubblescript.Cli.Tests;

/// <summary>The report for people: the cases that failed, progress on a terminal, and the counts as the last line.</summary>
internal sealed class TextTestReport(ToolConsole console, int total) : ITestReport
{
    private const string ClearLine = "\r\u001b[K";

    private int _done;

    public void Add(TestItem item, TestOutcome outcome)
    {
        _done++;
        if (console.ShowsProgress)
        {
            console.Error.Write(ClearLine);
        }

        if (outcome.Failure is not null)
        {
            console.Output.WriteLine(outcome.Report);
            console.Output.WriteLine();
        }

        if (console.ShowsProgress)
        {
            console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{_done} of {total}"));
        }
    }

    public void Finish(int passed, int failed)
    {
        if (console.ShowsProgress)
        {
            console.Error.Write(ClearLine);
        }

        console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
    }
}
