using Map.Web.Canvas;
using Map.Web.Data;

namespace Map.Web.Packs;

/// <summary>Which public events are wanted: days, a box on the earth, types, filters.</summary>
/// <param name="Types">Null = all.</param>
/// <param name="Filters">Null = none.</param>
public sealed record EventQuestion(ListOrder Window, Box Box, IReadOnlyList<string>? Types, EventFilters? Filters);
