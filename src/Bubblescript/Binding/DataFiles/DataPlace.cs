using Bubblescript.Diagnostics;

namespace Bubblescript.Binding.DataFiles;

/// <summary>A place in a data file; 1-based.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
/// <param name="FileText">The whole text of the file.</param>
internal sealed record DataPlace(string Path, int Line, int Column, string FileText)
{
    public Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor, string message, string? hint = null) =>
        new(descriptor.Code, descriptor.Severity, Path, Line, Column, message, hint, FindLine(), 1);

    private string FindLine()
    {
        ReadOnlySpan<char> rest = FileText;
        for (int i = 1; i < Line; i++)
        {
            int next = rest.IndexOf('\n');
            if (next < 0)
            {
                return string.Empty;
            }

            rest = rest[(next + 1)..];
        }

        int end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r').ToString();
    }
}
