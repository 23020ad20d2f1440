namespace Bubblescript.Coordination;

/// <summary>What the next run of a process begins with.</summary>
internal enum ProcessStage : byte
{
    /// <summary>The state has to be loaded.</summary>
    Unloaded,

    /// <summary>The state is on its way.</summary>
    Loading,

    /// <summary>Inputs are taken.</summary>
    Ready,

    /// <summary>A turn has run and waits for the store.</summary>
    Committing,
}
