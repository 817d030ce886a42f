// Which ids are sure to have a price at the default date? For them the type of a record says so, and it spreads into equations.

export const rentedAccelerators = [
  'h100-sxm',
  'a100-80gb-sxm',
  'h200-sxm',
  'h800-sxm',
  'b200-hgx',
  'gb200-nvl72',
  'gb300-nvl72',
  'b300-hgx',
  'mi300x',
  'mi325x',
  'mi355x',
  'tpu-v4',
  'tpu-v5e',
  'tpu-v5p',
  'tpu-v6e',
  'trainium2',
  'rtx-5090',
  'l40s',
  'l4',
  'rtx-pro-6000',
] as const
export type RentedAcceleratorId = (typeof rentedAccelerators)[number]

export const pricedParts = [
  'hbm3e-on-package',
  'ddr5-rdimm-server',
  'grace-lpddr5x',
  'vera-lpddr5x',
  'nvme-tlc-gen5',
  'nvme-qlc',
  'hdd-hamr',
  'rdma-pool-ddr5-rdimm',
  'nvme-of-tlc',
] as const
export type PricedPartId = (typeof pricedParts)[number]

export const pricedServices = [
  'aws-s3-standard',
  'aws-s3-express',
  'gcs-standard',
  'aws-ebs-gp3',
  'aws-ebs-io2',
  'aws-memory-marginal',
] as const
export type PricedServiceId = (typeof pricedServices)[number]
