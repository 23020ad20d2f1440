namespace Bubblescript.Testing.Stores;

/// <summary>What a <see cref="FaultyStore"/> does to a call.</summary>
public enum StoreFault
{
    /// <summary>Nothing: the call goes through.</summary>
    None,

    /// <summary>The call fails and has changed nothing.</summary>
    FailBefore,

    /// <summary>The call has been carried out but reports a failure, as when a connection breaks before the answer.</summary>
    FailAfter,

    /// <summary>The call goes through, but later and on another thread.</summary>
    Delay,
}
