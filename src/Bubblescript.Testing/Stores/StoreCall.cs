namespace Bubblescript.Testing.Stores;

/// <summary>What a host asks of its store.</summary>
public enum StoreCall
{
    /// <summary>To get ready.</summary>
    Open,

    /// <summary>To load a process.</summary>
    Load,

    /// <summary>To commit a turn.</summary>
    Commit,

    /// <summary>To accept an input.</summary>
    Accept,

    /// <summary>To remove an input.</summary>
    Discard,

    /// <summary>To load or store a user.</summary>
    User,

    /// <summary>To list what it has.</summary>
    Read,
}
