namespace Map.Web.Features.Print.Drawing;

/// <summary>A part of the legend that stays together.</summary>
/// <param name="Height">Pixels, of a room so wide.</param>
/// <param name="Draw">At x and y of its upper left corner, in a room so wide.</param>
internal sealed record Block(Func<double, double> Height, Action<double, double, double> Draw);
