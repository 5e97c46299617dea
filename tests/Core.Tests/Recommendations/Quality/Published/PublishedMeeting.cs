namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>A line of a published file.</summary>
internal readonly record struct PublishedMeeting(int Person, int Item, int Rating, int Minute);
