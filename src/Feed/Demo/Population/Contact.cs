namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>What the customer data platform knows of somebody; all of it made up.</summary>
internal sealed record Contact(string Name, string Email, string Phone, string Company, string JobTitle, string Channel);
