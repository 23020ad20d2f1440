using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>A value operator with its argument: gives the score of an item's value.</summary>
internal delegate double QueryOperator(Value value, QueryRun run);
