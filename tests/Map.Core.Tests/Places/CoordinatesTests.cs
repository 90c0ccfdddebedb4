using Map.Core.Places;

namespace Map.Core.Tests.Places;

public class CoordinatesTests
{
    [Theory]
    [InlineData("36.587, 37.046", 36.587, 37.046)]
    [InlineData("36.587,37.046", 36.587, 37.046)]
    [InlineData("36.587 37.046", 36.587, 37.046)]
    [InlineData("36.587; 37.046", 36.587, 37.046)]
    [InlineData("36.587/37.046", 36.587, 37.046)]
    [InlineData("(36.587, 37.046)", 36.587, 37.046)]
    [InlineData("36,587; 37,046", 36.587, 37.046)]
    [InlineData("36,587, 37,046", 36.587, 37.046)]
    [InlineData("36,587 37,046", 36.587, 37.046)]
    [InlineData("36.587N 37.046E", 36.587, 37.046)]
    [InlineData("36.587 N, 37.046 E", 36.587, 37.046)]
    [InlineData("36.587° N, 37.046° E", 36.587, 37.046)]
    [InlineData("N36.587 E37.046", 36.587, 37.046)]
    [InlineData("N 36.587°, E 37.046°", 36.587, 37.046)]
    [InlineData("37.046E 36.587N", 36.587, 37.046)]
    [InlineData("E 37.046, N 36.587", 36.587, 37.046)]
    [InlineData("Lat: 36.587, Lon: 37.046", 36.587, 37.046)]
    [InlineData("latitude=36.587 longitude=37.046", 36.587, 37.046)]
    [InlineData("lng 37.046 lat 36.587", 36.587, 37.046)]
    [InlineData("-36.587, -37.046", -36.587, -37.046)]
    [InlineData("36.587S 37.046W", -36.587, -37.046)]
    [InlineData("+36.587, +37.046", 36.587, 37.046)]
    [InlineData("36, 37", 36, 37)]
    [InlineData("36°35'10\"N 37°2'41\"E", 36.586111, 37.044722)]
    [InlineData("36° 35' 10\" N, 37° 2' 41\" E", 36.586111, 37.044722)]
    [InlineData("36°35′10″N 37°2′41″E", 36.586111, 37.044722)]
    [InlineData("36º35’10”N, 37º2’41”E", 36.586111, 37.044722)]
    [InlineData("36°35'10''N 37°2'41''E", 36.586111, 37.044722)]
    [InlineData("N36°35'10\" E37°2'41\"", 36.586111, 37.044722)]
    [InlineData("36 35 10 N 37 2 41 E", 36.586111, 37.044722)]
    [InlineData("36 35 10, 37 2 41", 36.586111, 37.044722)]
    [InlineData("36 35 10 37 2 41", 36.586111, 37.044722)]
    [InlineData("36°35'10.5\"N 37°2'41.25\"E", 36.58625, 37.044792)]
    [InlineData("36°35.166'N 37°2.683'E", 36.5861, 37.044717)]
    [InlineData("36 35.166, 37 2.683", 36.5861, 37.044717)]
    [InlineData("36 deg 35' 10\" N 37 deg 2' 41\" E", 36.586111, 37.044722)]
    [InlineData("36d35'10\"N 37d2'41\"E", 36.586111, 37.044722)]
    [InlineData("36°35'10\" 37°2'41\"", 36.586111, 37.044722)]
    [InlineData("36° 35' 10\" 37° 2' 41\"", 36.586111, 37.044722)]
    [InlineData("٣٦٫٥٨٧، ٣٧٫٠٤٦", 36.587, 37.046)]
    [InlineData("۳۶.۵۸۷ ۳۷.۰۴۶", 36.587, 37.046)]
    [InlineData("36.587 شمالاً، 37.046 شرقاً", 36.587, 37.046)]
    [InlineData("\u200e36.587, 37.046\u200f", 36.587, 37.046)]
    [InlineData("geo:36.587,37.046", 36.587, 37.046)]
    [InlineData("geo:36.587,37.046;u=35", 36.587, 37.046)]
    [InlineData("geo:36.587,37.046?z=12", 36.587, 37.046)]
    [InlineData("geo:0,0?q=36.587,37.046(Azaz)", 36.587, 37.046)]
    [InlineData("https://www.openstreetmap.org/#map=13/36.587/37.046", 36.587, 37.046)]
    [InlineData("https://www.openstreetmap.org/?mlat=36.587&mlon=37.046#map=13/36.1/37.1", 36.587, 37.046)]
    [InlineData("https://www.openstreetmap.org/node/1#map=13/36.587/37.046&layers=T", 36.587, 37.046)]
    [InlineData("https://www.google.com/maps/@36.587,37.046,14z", 36.587, 37.046)]
    [InlineData("https://www.google.com/maps/place/Azaz/@36.1,37.1,14z/data=!3m1!4b1!8m2!3d36.587!4d37.046", 36.587, 37.046)]
    [InlineData("https://maps.google.com/?q=36.587,37.046", 36.587, 37.046)]
    [InlineData("https://www.google.com/maps?q=loc:36.587,37.046", 36.587, 37.046)]
    [InlineData("https://www.google.com/maps/search/?api=1&query=36.587%2C37.046", 36.587, 37.046)]
    [InlineData("https://www.google.com/maps/search/36.587,+37.046", 36.587, 37.046)]
    [InlineData("https://maps.apple.com/?ll=36.587,37.046&z=12", 36.587, 37.046)]
    [InlineData("https://www.bing.com/maps?cp=36.587~37.046&lvl=12", 36.587, 37.046)]
    [InlineData("https://wikimapia.org/#lang=en&lat=36.587&lon=37.046&z=12", 36.587, 37.046)]
    [InlineData("http://localhost:5080/?date=2023-12-19&at=36.587,37.046,11", 36.587, 37.046)]
    public void A_position_is_read(string text, double latitude, double longitude)
    {
        Assert.True(Coordinates.TryRead(text, out var lat, out var lng, out var problem), problem);
        Assert.Equal((latitude, longitude), (Math.Round(lat, 6), Math.Round(lng, 6)));
        Assert.Equal("", problem);
    }

    [Theory]
    [InlineData("", "No position is given")]
    [InlineData(null, "No position is given")]
    [InlineData("36.587", "one number; a position needs two")]
    [InlineData("Azaz", "is not a position")]
    [InlineData("36.587.5, 37.046", "is not a position")]
    [InlineData("36.587, 37.046, 12", "is not a position")]
    [InlineData("NaN, NaN", "is not a position")]
    [InlineData("1e9, 5", "is not a position")]
    [InlineData("91, 137", "Latitude 91 is beyond 90")]
    [InlineData("-91, 200", "Latitude -91 is beyond 90")]
    [InlineData("36, 181", "Longitude 181 is beyond 180")]
    [InlineData("137.05, 36.59", "These look swapped")]
    [InlineData("36°60'10\"N 37°2'41\"E", "minutes or seconds of 60 or more")]
    [InlineData("36°35'75\"N 37°2'41\"E", "minutes or seconds of 60 or more")]
    [InlineData("36.587N 37.046N", "two latitudes")]
    [InlineData("36.587E 37.046E", "two longitudes")]
    [InlineData("https://maps.app.goo.gl/abc", "A short link does not say where it leads")]
    [InlineData("https://example.org/azaz", "This link holds no position")]
    [InlineData("https://www.google.com/maps/@95.587,137.046,14z", "beyond 90")]
    public void What_is_no_position_is_answered_with_the_remedy(string? text, string words)
    {
        Assert.False(Coordinates.TryRead(text, out var latitude, out var longitude, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Equal((0, 0), (latitude, longitude));
    }
}
