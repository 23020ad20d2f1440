using Bubblescript.Binding.Tree;

namespace Bubblescript.Binding;

/// <summary>An enclosing <c>repeat</c>: what <c>break</c> leaves.</summary>
internal sealed record LoopScope(int Loop, CodeLabel Exit);
