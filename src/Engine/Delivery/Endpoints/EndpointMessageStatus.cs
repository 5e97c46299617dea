namespace PersonalizationEngine.Engine.Delivery.Endpoints;

public enum EndpointMessageStatus
{
    /// <summary>To be sent, now or later.</summary>
    Waiting,

    Delivered,

    /// <summary>Given up, until somebody asks for it again.</summary>
    Dead,
}
