// Where the picture of an advertisement or post may be fetched, best first. Pure.

type Referral = Record<string, unknown>;

/** Of a film the film itself, then the picture that stands for it. Addresses of the web only; none: there is nothing. */
export function pictureAddresses(referral: Referral): string[] {
  const { mediaType, imageUrl, videoUrl, thumbnailUrl } = referral;
  const inOrder =
    mediaType === 'video' ? [videoUrl, thumbnailUrl, imageUrl] : [imageUrl, thumbnailUrl, videoUrl];
  return inOrder.filter(
    (address): address is string => typeof address === 'string' && /^https?:\/\//i.test(address),
  );
}
