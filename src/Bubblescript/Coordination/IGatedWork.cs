namespace Bubblescript.Coordination;

/// <summary>Work that waits at a <see cref="CommitGate"/>.</summary>
internal interface IGatedWork : IThreadPoolWorkItem
{
    /// <summary>Gives the work a place before it is scheduled again.</summary>
    void Admit();
}
