namespace Map.Web.Data.FirstLoad;

/// <summary>A row that cannot be taken. The message says which value and why; the load lists it and goes on.</summary>
internal sealed class BadRowException(string reason) : Exception(reason);
