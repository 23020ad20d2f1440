using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>What a turn read of its user and what it wrote.</summary>
/// <param name="Read">The record at the start of the turn.</param>
/// <param name="Written">All fields after the turn, or null when it changed none.</param>
/// <param name="Remembered">All remembered data after the turn, or null when it changed none.</param>
internal readonly record struct UserTurn(UserData Read, MapValue? Written, MapValue? Remembered);
