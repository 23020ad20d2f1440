using System.Collections.Concurrent;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Storage;

/// <summary>The outlines of the bodies that have been saved or loaded. Safe for use by several threads.</summary>
internal sealed class BodyOutlines
{
    private readonly ConcurrentDictionary<BoundBody, BodyOutline> _outlines = new();

    public BodyOutline Of(BoundBody body) => _outlines.GetOrAdd(body, static known => BodyOutline.Of(known));
}
