using System.Text.Json;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The picture of the map at rest, by spots on earth: where they are on it, and what is painted there. One device pixel to a CSS pixel.</summary>
internal sealed class Pixels(IPage page, double latitude, double longitude, double zoom)
{
    private readonly double size = 256 * Math.Pow(2, zoom);

    /// <summary>Pixels east and south of the map's middle.</summary>
    public (double X, double Y) Of(double lat, double lng) => ((lng - longitude) / 360 * size, (Down(lat) - Down(latitude)) * size);

    /// <summary>The square of pixels around each spot, row by row, as 0xRRGGBB.</summary>
    public async Task<int[][]> SquaresAsync(IEnumerable<(double Latitude, double Longitude)> spots, int side) => (await page.EvaluateAsync<JsonElement>("""
        ([spots, side]) => {
          const canvas = document.querySelector('.map-stage canvas'), { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return spots.map(([x, y]) => Array.from({ length: side * side }, (_, i) => {
            const at = 4 * ((Math.floor(height / 2 + y) - (side >> 1) + Math.floor(i / side)) * width + Math.floor(width / 2 + x) - (side >> 1) + i % side);
            return data[at] << 16 | data[at + 1] << 8 | data[at + 2];
          }));
        }
        """, new object[] { spots.Select(spot => Of(spot.Latitude, spot.Longitude)).Select(at => new[] { at.X, at.Y }).ToArray(), side })).Deserialize<int[][]>()!;

    /// <summary>All pixels of nearly a colour, within so many pixels of the middle: x and y from it, each pixel's own middle.</summary>
    public async Task<IReadOnlyList<(double X, double Y)>> ColouredAsync(int colour, int halfWidth, int halfHeight) => [.. (await page.EvaluateAsync<JsonElement>("""
        ([colour, halfWidth, halfHeight]) => {
          const canvas = document.querySelector('.map-stage canvas'), { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height), found = [];
          for (let y = -halfHeight; y < halfHeight; y++)
            for (let x = -halfWidth; x < halfWidth; x++) {
              const at = 4 * ((Math.floor(height / 2) + y) * width + Math.floor(width / 2) + x);
              if (Math.abs(data[at] - (colour >> 16)) + Math.abs(data[at + 1] - (colour >> 8 & 255)) + Math.abs(data[at + 2] - (colour & 255)) < 24) found.push(x + Math.floor(width / 2) - width / 2 + 0.5, y + Math.floor(height / 2) - height / 2 + 0.5);
            }
          return found;
        }
        """, new[] { colour, halfWidth, halfHeight })).Deserialize<double[]>()!.Chunk(2).Select(at => (at[0], at[1]))];

    /// <summary>A colour of the style sheet.</summary>
    public async Task<int> ColourAsync(string name) =>
        Convert.ToInt32((await page.EvaluateAsync<string>("name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", name))[1..], 16);

    public static bool IsNear(int one, int other, int most) =>
        Math.Abs((one >> 16) - (other >> 16)) + Math.Abs((one >> 8 & 255) - (other >> 8 & 255)) + Math.Abs((one & 255) - (other & 255)) <= most;

    private static double Down(double lat)
    {
        var sine = Math.Sin(lat * Math.PI / 180);
        return 0.5 - Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }
}
