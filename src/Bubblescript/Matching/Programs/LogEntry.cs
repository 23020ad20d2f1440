using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Programs;

/// <summary>Something that happened on the way to a match.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogEntry(LogKind Kind, int Instruction, int From, int To);
