namespace PersonalizationEngine.Adapters.Fcm;

/// <param name="Account">Who we are to Google.</param>
/// <param name="Address">Where FCM is, <c>https://fcm.googleapis.com/</c> but in tests.</param>
public sealed record FcmOptions(ServiceAccount Account, Uri Address)
{
    public static Uri Google { get; } = new("https://fcm.googleapis.com/");
}
