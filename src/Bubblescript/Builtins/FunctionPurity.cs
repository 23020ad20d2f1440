namespace Bubblescript.Builtins;

/// <summary>What a builtin may be used in.</summary>
internal enum FunctionPurity
{
    /// <summary>Depends on its arguments only: allowed everywhere, also in constants.</summary>
    Pure,

    /// <summary>Depends on the outside - clock, chance, network: not in constants.</summary>
    Reading,

    /// <summary>Acts on the outside: neither in constants nor in script functions.</summary>
    Acting,
}
