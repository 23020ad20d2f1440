using System.Collections.Immutable;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Interpretation;

/// <summary>The inner dialogs on a stack, those of the top frame first. Every event and message goes through them, so nothing is allocated.</summary>
internal struct InnerDialogs(Turn turn)
{
    private readonly List<Frame> _frames = turn.Current.Frames;
    private int _frame = turn.Current.Frames.Count;
    private ImmutableArray<BoundDialog> _dialogs = [];
    private int _position = -1;

    public readonly BoundDialog Current => _dialogs[_position];

    public readonly InnerDialogs GetEnumerator() => this;

    public bool MoveNext()
    {
        _position++;
        while (_position >= _dialogs.Length)
        {
            _frame--;
            if (_frame < 0)
            {
                return false;
            }

            _position = 0;
            _dialogs = _frames[_frame] is { IsEntered: true, Declaration: BoundDialog dialog } ? dialog.InnerDialogs : [];
        }

        return true;
    }
}
