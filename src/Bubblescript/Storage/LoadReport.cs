namespace Bubblescript.Storage;

/// <summary>What loading a state had to change because the script has changed since it was saved.</summary>
internal sealed class LoadReport
{
    private readonly List<string> _warnings = [];
    private readonly List<string> _notes = [];

    /// <summary>What was given up.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>What goes on although its dialog has changed.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Frames whose dialog is unchanged.</summary>
    public int Exact { get; private set; }

    /// <summary>Frames whose dialog has changed and that stand at the same statement.</summary>
    public int Reentered { get; private set; }

    /// <summary>Frames whose statement is gone: the dialog starts from the top, or goes on behind it.</summary>
    public int Restarted { get; private set; }

    /// <summary>Frames whose dialog is gone.</summary>
    public int Dropped { get; private set; }

    public void CountExact() => Exact++;

    public void AddReentry(string note)
    {
        Reentered++;
        _notes.Add(note);
    }

    public void AddRestart(string warning)
    {
        Restarted++;
        _warnings.Add(warning);
    }

    public void AddDrop(string warning)
    {
        Dropped++;
        _warnings.Add(warning);
    }

    public void Warn(string warning) => _warnings.Add(warning);
}
