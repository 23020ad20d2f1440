namespace Bubblescript.Cli.Tests;

/// <summary>Tells the user how the cases go.</summary>
internal interface ITestReport
{
    /// <summary>A case is done; called in the order of the cases.</summary>
    void Add(TestItem item, TestOutcome outcome);

    /// <summary>All cases are done.</summary>
    void Finish(int passed, int failed);
}
