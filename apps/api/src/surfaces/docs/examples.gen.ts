// Written by `npm run gen examples` from what the server answered to src/surfaces/docs/examples/. Change those.
import type { ProblemCode } from "@stowage/contract/problems";
import type { Example } from "./example.ts";

export const EXAMPLES: Readonly<Record<string, Example>> = {
 "account.get": {
  "answer": {
   "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
   "email": "newcomer@example.org",
   "name": "Nora Newcomer",
   "timezone": "UTC",
   "is_instance_admin": false,
   "has_two_factor": false,
   "created_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "account.remove": {
  "answer": {
   "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
   "deleted_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "account.update": {
  "body": {
   "timezone": "Europe/Vienna"
  },
  "answer": {
   "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
   "email": "newcomer@example.org",
   "name": "Nora Newcomer",
   "timezone": "Europe/Vienna",
   "is_instance_admin": false,
   "has_two_factor": false,
   "created_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "apiKeys.cancelRotation": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "name": "Scanner at the door",
   "description": "",
   "prefix": "sk_stowage_live_4fK2...",
   "environment": "live",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "location_ids": null,
   "allowed_cidrs": [
    "192.168.1.0/24"
   ],
   "rate_limit": {
    "per_minute": 30
   },
   "muted_alerts": [],
   "status": "active",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-07-01T00:00:00.000Z",
   "auto_renew": false,
   "last_used_at": null,
   "last_used_ip": null,
   "rotated_at": "2026-01-05T09:00:00.000Z",
   "revoked_at": null,
   "revocation_reason": null
  }
 },
 "apiKeys.create": {
  "body": {
   "name": "Scanner at the door",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "expires_at": "2026-07-01T00:00:00Z",
   "allowed_cidrs": [
    "192.168.1.0/24"
   ]
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "name": "Scanner at the door",
   "description": "",
   "prefix": "sk_stowage_live_4fK2...",
   "environment": "live",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "location_ids": null,
   "allowed_cidrs": [
    "192.168.1.0/24"
   ],
   "rate_limit": null,
   "muted_alerts": [],
   "status": "active",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-07-01T00:00:00.000Z",
   "auto_renew": false,
   "last_used_at": null,
   "last_used_ip": null,
   "rotated_at": null,
   "revoked_at": null,
   "revocation_reason": null,
   "key": "sk_stowage_live_…"
  }
 },
 "apiKeys.explain": {
  "body": {
   "method": "DELETE",
   "path": "/api/v1/bins/any"
  },
  "answer": {
   "allowed": false,
   "checks": [
    {
     "check": "route",
     "ok": true
    },
    {
     "check": "credential",
     "ok": true
    },
    {
     "check": "key_state",
     "ok": true
    },
    {
     "check": "subject_state",
     "ok": true
    },
    {
     "check": "network",
     "ok": true
    },
    {
     "check": "environment",
     "ok": true
    },
    {
     "check": "rate_limit",
     "ok": true
    },
    {
     "check": "scope",
     "ok": true
    },
    {
     "check": "role",
     "ok": true
    },
    {
     "check": "bounds",
     "ok": false,
     "code": "not_found",
     "detail": "There is no bin any here."
    }
   ]
  }
 },
 "apiKeys.finishRotation": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "name": "Scanner at the door",
   "description": "",
   "prefix": "sk_stowage_live_4fK2...",
   "environment": "live",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "location_ids": null,
   "allowed_cidrs": [
    "192.168.1.0/24"
   ],
   "rate_limit": {
    "per_minute": 30
   },
   "muted_alerts": [],
   "status": "active",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-07-01T00:00:00.000Z",
   "auto_renew": false,
   "last_used_at": null,
   "last_used_ip": null,
   "rotated_at": "2026-01-05T09:00:00.000Z",
   "revoked_at": null,
   "revocation_reason": null
  }
 },
 "apiKeys.get": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "name": "Scanner at the door",
   "description": "",
   "prefix": "sk_stowage_live_4fK2...",
   "environment": "live",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "location_ids": null,
   "allowed_cidrs": [
    "192.168.1.0/24"
   ],
   "rate_limit": null,
   "muted_alerts": [],
   "status": "active",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-07-01T00:00:00.000Z",
   "auto_renew": false,
   "last_used_at": null,
   "last_used_ip": null,
   "rotated_at": null,
   "revoked_at": null,
   "revocation_reason": null,
   "created_by_name": "Ada",
   "acts_as_name": "Ada",
   "daily_requests": [
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0
   ],
   "usage": {
    "requests_today": 0,
    "requests_this_month": 0
   },
   "rotation": null,
   "advice": {
    "observed_since": "2026-01-05T09:00:00.000Z",
    "used_scopes": [],
    "unused_scopes": [],
    "unused_for_days": 0,
    "is_unused": false,
    "not_renewed_because": null
   }
  }
 },
 "apiKeys.list": {
  "query": {
   "q": "scanner",
   "environment": "live"
  },
  "answer": {
   "data": [
    {
     "id": "key_01kf6r8x3vewfw3en821m6c9yf",
     "name": "Scanner at the door",
     "description": "",
     "prefix": "sk_stowage_live_4fK2...",
     "environment": "live",
     "scopes": [
      "items:read",
      "items:write"
     ],
     "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
     "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "location_ids": null,
     "allowed_cidrs": [
      "192.168.1.0/24"
     ],
     "rate_limit": null,
     "muted_alerts": [],
     "status": "active",
     "created_at": "2026-01-05T09:00:00.000Z",
     "expires_at": "2026-07-01T00:00:00.000Z",
     "auto_renew": false,
     "last_used_at": null,
     "last_used_ip": null,
     "rotated_at": null,
     "revoked_at": null,
     "revocation_reason": null,
     "created_by_name": "Ada",
     "acts_as_name": "Ada",
     "daily_requests": [
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0
     ]
    }
   ],
   "total": 1,
   "next_cursor": null
  }
 },
 "apiKeys.log": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "query": {
   "kind": "event",
   "limit": 1
  },
  "answer": {
   "data": [
    {
     "id": "evt_01kf6r8x3vxcdfmvwhcp59c95g",
     "kind": "event",
     "created_at": "2026-01-05T09:00:00.000Z",
     "type": "api_key.updated",
     "subject_type": "api_key",
     "subject_id": "key_01kf6r8x3vewfw3en821m6c9yf",
     "subject_name": "Scanner at the door",
     "method": null,
     "endpoint": "PATCH /api-keys/{id}",
     "status": null,
     "outcome": null,
     "code": null,
     "auth_method": "session",
     "actor_user_id": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "actor_name": "Ada",
     "on_behalf_of_user_id": null,
     "on_behalf_of_name": null,
     "ip": "127.0.0.1",
     "user_agent": null,
     "request_id": "4fK2nX8sQ7dLw0Zt",
     "changes": {
      "rate_limit": {
       "old": null,
       "new": {
        "per_minute": 30
       }
      }
     },
     "data": {}
    }
   ],
   "next_cursor": "WyItc2VxIiwzNCwiZXZ0Il0"
  }
 },
 "apiKeys.revoke": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "revoked_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "apiKeys.revokeCurrent": {
  "answer": {
   "id": "key_01kf6r8x3vce3rz0hy0a7k1ppa",
   "revoked_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "apiKeys.rotate": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "body": {
   "grace_seconds": 86400,
   "activate": "now"
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "name": "Scanner at the door",
   "description": "",
   "prefix": "sk_stowage_live_4fK2...",
   "environment": "live",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "location_ids": null,
   "allowed_cidrs": [
    "192.168.1.0/24"
   ],
   "rate_limit": {
    "per_minute": 30
   },
   "muted_alerts": [],
   "status": "rotating",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-07-01T00:00:00.000Z",
   "auto_renew": false,
   "last_used_at": null,
   "last_used_ip": null,
   "rotated_at": "2026-01-05T09:00:00.000Z",
   "revoked_at": null,
   "revocation_reason": null,
   "key": "sk_stowage_live_…"
  }
 },
 "apiKeys.update": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "body": {
   "rate_limit": {
    "per_minute": 30
   }
  },
  "answer": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf",
   "name": "Scanner at the door",
   "description": "",
   "prefix": "sk_stowage_live_4fK2...",
   "environment": "live",
   "scopes": [
    "items:read",
    "items:write"
   ],
   "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "location_ids": null,
   "allowed_cidrs": [
    "192.168.1.0/24"
   ],
   "rate_limit": {
    "per_minute": 30
   },
   "muted_alerts": [],
   "status": "active",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-07-01T00:00:00.000Z",
   "auto_renew": false,
   "last_used_at": null,
   "last_used_ip": null,
   "rotated_at": null,
   "revoked_at": null,
   "revocation_reason": null
  }
 },
 "apiKeys.usage": {
  "path": {
   "id": "key_01kf6r8x3vewfw3en821m6c9yf"
  },
  "query": {
   "days": 1
  },
  "answer": {
   "since": "2026-01-05",
   "until": "2026-01-05",
   "total": {
    "requests": 0,
    "succeeded": 0,
    "refused": 0,
    "failed": 0
   },
   "days": [
    {
     "day": "2026-01-05",
     "requests": 0,
     "succeeded": 0,
     "refused": 0,
     "failed": 0
    }
   ],
   "endpoints": [],
   "networks": []
  }
 },
 "auth.changePassword": {
  "body": {
   "current_password": "correct horse battery staple",
   "new_password": "another horse, another staple"
  },
  "answer": {
   "ended_sessions": 1
  }
 },
 "auth.confirm": {
  "body": {
   "password": "correct horse battery staple"
  },
  "answer": {
   "recent_until": "2026-01-05T09:15:00.000Z"
  }
 },
 "auth.session": {
  "answer": {
   "user": {
    "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
    "email": "newcomer@example.org",
    "name": "Nora Newcomer",
    "is_instance_admin": false
   },
   "organization": {
    "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
    "name": "Nora Newcomer's inventory",
    "role": "owner"
   },
   "environment": "live",
   "expires_at": "2026-02-04T09:00:00.000Z",
   "can_sign_up": true,
   "organizations": [
    {
     "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
     "name": "Nora Newcomer's inventory",
     "role": "owner"
    }
   ],
   "recent_until": "2026-01-05T09:15:00.000Z",
   "is_first_run": false
  }
 },
 "auth.signIn": {
  "body": {
   "email": "newcomer@example.org",
   "password": "correct horse battery staple"
  },
  "answer": {
   "user": {
    "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
    "email": "newcomer@example.org",
    "name": "Nora Newcomer",
    "is_instance_admin": false
   },
   "organization": {
    "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
    "name": "Nora Newcomer's inventory",
    "role": "owner"
   },
   "environment": "live",
   "expires_at": "2026-02-04T09:00:00.000Z",
   "can_sign_up": true,
   "organizations": [
    {
     "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
     "name": "Nora Newcomer's inventory",
     "role": "owner"
    }
   ],
   "recent_until": "2026-01-05T09:15:00.000Z",
   "is_first_run": false
  }
 },
 "auth.signOut": {
  "answer": {
   "signed_out": true
  }
 },
 "auth.signUp": {
  "body": {
   "email": "newcomer@example.org",
   "password": "correct horse battery staple",
   "name": "Nora Newcomer"
  },
  "answer": {
   "user": {
    "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
    "email": "newcomer@example.org",
    "name": "Nora Newcomer",
    "is_instance_admin": false
   },
   "organization": {
    "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
    "name": "Nora Newcomer's inventory",
    "role": "owner"
   },
   "environment": "live",
   "expires_at": "2026-02-04T09:00:00.000Z",
   "can_sign_up": true,
   "organizations": [
    {
     "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
     "name": "Nora Newcomer's inventory",
     "role": "owner"
    }
   ],
   "recent_until": "2026-01-05T09:15:00.000Z",
   "is_first_run": false
  }
 },
 "auth.switchOrganization": {
  "body": {
   "organization_id": "org_01kf6r8x3vv6ht0w3wjq4833dd"
  },
  "answer": {
   "user": {
    "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
    "email": "newcomer@example.org",
    "name": "Nora Newcomer",
    "is_instance_admin": false
   },
   "organization": {
    "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
    "name": "Nora Newcomer's inventory",
    "role": "owner"
   },
   "environment": "live",
   "expires_at": "2026-02-04T09:00:00.000Z",
   "can_sign_up": true,
   "organizations": [
    {
     "id": "org_01kf6r8x3vv6ht0w3wjq4833dd",
     "name": "Nora Newcomer's inventory",
     "role": "owner"
    }
   ],
   "recent_until": "2026-01-05T09:15:00.000Z",
   "is_first_run": false
  }
 },
 "bins.bulk": {
  "body": {
   "atomic": true,
   "operations": [
    {
     "op": "create",
     "data": {
      "name": "Capacitors",
      "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
     }
    },
    {
     "op": "update",
     "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
     "data": {
      "description": "0805, by value"
     }
    }
   ]
  },
  "answer": {
   "data": [
    {
     "index": 0,
     "status": 201,
     "data": {
      "name": "Capacitors",
      "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
      "description": "",
      "tags": [],
      "color": null,
      "icon": null,
      "custom_fields": {},
      "id": "bin_01kf6r8x3vsqcf2jk6h8ga939t",
      "code": "WKTT56X",
      "version": 1,
      "created_at": "2026-01-05T09:00:00.000Z",
      "updated_at": "2026-01-05T09:00:00.000Z",
      "deleted_at": null
     },
     "event_seqs": [
      41
     ]
    },
    {
     "index": 1,
     "status": 200,
     "data": {
      "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
      "code": "YQS18RZ",
      "name": "Resistors",
      "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
      "description": "0805, by value",
      "tags": [
       "smd"
      ],
      "color": "#2f6f4f",
      "icon": null,
      "custom_fields": {},
      "version": 3,
      "created_at": "2026-01-05T09:00:00.000Z",
      "updated_at": "2026-01-05T09:00:00.000Z",
      "deleted_at": null
     },
     "event_seqs": [
      42
     ]
    }
   ],
   "succeeded": 2,
   "failed": 0
  }
 },
 "bins.create": {
  "body": {
   "name": "Resistors",
   "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "tags": [
    "smd"
   ]
  },
  "answer": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "code": "YQS18RZ",
   "name": "Resistors",
   "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "description": "",
   "tags": [
    "smd"
   ],
   "color": null,
   "icon": null,
   "custom_fields": {},
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "bins.get": {
  "path": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z"
  },
  "answer": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "code": "YQS18RZ",
   "name": "Resistors",
   "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "description": "",
   "tags": [
    "smd"
   ],
   "color": null,
   "icon": null,
   "custom_fields": {},
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "bins.items": {
  "path": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z"
  },
  "query": {
   "sort": "name"
  },
  "answer": {
   "data": [
    {
     "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "name": "10 kΩ, 1 %",
     "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
     "location_id": null,
     "quantity": 420,
     "reserved": 0,
     "available": 420,
     "unit": "pcs",
     "min_quantity": 100,
     "is_low": false,
     "barcodes": [
      "4006381333931"
     ],
     "sku": null,
     "external_id": null,
     "notes": "",
     "tags": [
      "0805"
     ],
     "custom_fields": {
      "value": "10k"
     },
     "expires_on": null,
     "serial_number": null,
     "model": null,
     "manufacturer": null,
     "version": 5,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z",
     "deleted_at": null
    }
   ],
   "next_cursor": null
  }
 },
 "bins.labelPng": {
  "path": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z"
  },
  "query": {
   "size": 300
  },
  "media_type": "image/png"
 },
 "bins.labelSvg": {
  "path": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z"
  },
  "query": {
   "size": 300
  },
  "media_type": "image/svg+xml",
  "answer": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"349\" viewBox=\"0 0 300 349\">\n<rect width=\"300\" height=\"349\" fill=\"#fff\"/>\n<path transform=\"translate(2 2) scale(8)\" shape-rendering=\"crispEdges\" d=\"M4 4h7v1h-7z…\"/>\n<g font-family=\"system-ui, 'DejaVu Sans', sans-serif\" text-anchor=\"middle\"><text x=\"150\" y=\"297.08\" font-size=\"23.08\">Resistors</text><text x=\"150\" y=\"333.08\" font-size=\"30\">YQS18RZ</text></g>\n</svg>"
 },
 "bins.list": {
  "query": {
   "tag": [
    "smd"
   ],
   "include": [
    "item_count"
   ]
  },
  "answer": {
   "data": [
    {
     "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
     "code": "YQS18RZ",
     "name": "Resistors",
     "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
     "description": "",
     "tags": [
      "smd"
     ],
     "color": null,
     "icon": null,
     "custom_fields": {},
     "version": 1,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z",
     "deleted_at": null,
     "item_count": 0
    }
   ],
   "next_cursor": null
  }
 },
 "bins.remove": {
  "path": {
   "id": "bin_01kf6r8x3vrch6ka867qm6zd7y"
  },
  "answer": {
   "id": "bin_01kf6r8x3vrch6ka867qm6zd7y",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "bins.restore": {
  "path": {
   "id": "bin_01kf6r8x3vrch6ka867qm6zd7y"
  },
  "answer": {
   "id": "bin_01kf6r8x3vrch6ka867qm6zd7y",
   "code": "TN5BQTM",
   "name": "Crate",
   "location_id": null,
   "description": "",
   "tags": [],
   "color": null,
   "icon": null,
   "custom_fields": {},
   "version": 3,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "bins.update": {
  "path": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z"
  },
  "body": {
   "color": "#2f6f4f",
   "if_version": 1
  },
  "answer": {
   "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "code": "YQS18RZ",
   "name": "Resistors",
   "location_id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "description": "",
   "tags": [
    "smd"
   ],
   "color": "#2f6f4f",
   "icon": null,
   "custom_fields": {},
   "version": 2,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "codes.claim": {
  "path": {
   "code": "5KZMFE1"
  },
  "body": {
   "target_type": "item",
   "target_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2"
  },
  "answer": {
   "code": "5KZMFE1",
   "target_type": "item",
   "target_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "batch_id": "Sheet 1",
   "created_at": "2026-01-05T09:00:00.000Z",
   "target": {
    "type": "item",
    "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
    "name": "10 kΩ, 1 %"
   }
  }
 },
 "codes.get": {
  "path": {
   "code": "5KZMFE1"
  },
  "answer": {
   "code": "5KZMFE1",
   "target_type": "item",
   "target_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "batch_id": "Sheet 1",
   "created_at": "2026-01-05T09:00:00.000Z",
   "target": {
    "type": "item",
    "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
    "name": "10 kΩ, 1 %"
   }
  }
 },
 "codes.list": {
  "query": {
   "batch_id": "Sheet 1",
   "claimed": true
  },
  "answer": {
   "data": [
    {
     "code": "5KZMFE1",
     "target_type": "item",
     "target_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "batch_id": "Sheet 1",
     "created_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "codes.reserve": {
  "body": {
   "count": 2,
   "batch": "Sheet 1"
  },
  "answer": {
   "data": [
    {
     "code": "5KZMFE1",
     "target_type": null,
     "target_id": null,
     "batch_id": "Sheet 1",
     "created_at": "2026-01-05T09:00:00.000Z"
    },
    {
     "code": "R52JF08",
     "target_type": null,
     "target_id": null,
     "batch_id": "Sheet 1",
     "created_at": "2026-01-05T09:00:00.000Z"
    }
   ]
  }
 },
 "deliveries.get": {
  "path": {
   "id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9"
  },
  "answer": {
   "id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
   "trigger_id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "action_id": "act_01kf6r8x3vymyqkvhjks3fez73",
   "type": "webhook",
   "event_seq": 41,
   "event_type": "item.low_stock",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
   "subject_name": "10 kΩ, 1 %",
   "status": "succeeded",
   "attempts": 1,
   "url": "https://shop.example.org/stowage",
   "task_id": null,
   "response_status": 204,
   "response_excerpt": "",
   "response_ms": 12,
   "error": null,
   "is_test": true,
   "next_attempt_at": null,
   "last_attempt_at": "2026-01-05T09:00:00.000Z",
   "created_at": "2026-01-05T09:00:00.000Z",
   "request_headers": {
    "user-agent": "Stowage/0.1.0",
    "webhook-id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
    "content-type": "application/json",
    "webhook-signature": "…",
    "webhook-timestamp": "1767603661"
   },
   "request_body": "{\"type\":\"item.low_stock\",\"timestamp\":\"2026-01-05T09:00:00.000Z\",\"data\":{\"event\":{\"id\":\"evt_01kf6r8x3v0pwtdqye8f04z0js\",\"seq\":41,\"type\":\"item.low_stock\",\"subject_type\":\"item\",\"subject_id\":\"item_01kf6r8x3v7e2fqpjxwq0m9e2a\",\"subject_name\":\"10 kΩ, 1 %\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"POST /items/{id}/move\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{},\"data\":{\"missing\":50,\"quantity\":50,\"min_quantity\":100},\"created_at\":\"2026-01-05T09:00:00.000Z\"},\"subject\":{\"id\":\"item_01kf6r8x3v7e2fqpjxwq0m9e2a\",\"name\":\"10 kΩ, 1 %\",\"bin_id\":\"bin_01kf6r8x3vw6wp5s9qkdzsqdy1\",\"location_id\":null,\"quantity\":50,\"reserved\":0,\"available\":50,\"unit\":\"pcs\",\"min_quantity\":100,\"is_low\":true,\"barcodes\":[\"4006381333931\"],\"sku\":null,\"external_id\":null,\"notes\":\"\",\"tags\":[\"0805\"],\"custom_fields\":{\"value\":\"10k\"},\"expires_on\":null,\"serial_number\":null,\"model\":null,\"manufacturer\":null,\"version\":1,\"created_at\":\"2026-01-05T09:00:00.000Z\",\"updated_at\":\"2026-01-05T09:00:00.000Z\",\"deleted_at\":null,\"location_ids\":[]},\"trigger\":{\"id\":\"trg_01kf6r8x3vkep5wy94q5h2hc1w\",\"name\":\"Tell the shop\"},\"organization_id\":\"org_01kf6r8x3vx80c9qwhv02swx3z\",\"environment\":\"live\",\"passed_over\":0,\"test\":true}}",
   "attempt_log": [
    {
     "at": "2026-01-05T09:00:00.000Z",
     "response_status": 204,
     "response_ms": 12,
     "error": null
    }
   ]
  }
 },
 "deliveries.retry": {
  "path": {
   "id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9"
  },
  "answer": {
   "id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
   "trigger_id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "action_id": "act_01kf6r8x3vymyqkvhjks3fez73",
   "type": "webhook",
   "event_seq": 41,
   "event_type": "item.low_stock",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
   "subject_name": "10 kΩ, 1 %",
   "status": "pending",
   "attempts": 1,
   "url": "https://shop.example.org/stowage",
   "task_id": null,
   "response_status": 204,
   "response_excerpt": "",
   "response_ms": 12,
   "error": null,
   "is_test": true,
   "next_attempt_at": "2026-01-05T09:00:00.000Z",
   "last_attempt_at": "2026-01-05T09:00:00.000Z",
   "created_at": "2026-01-05T09:00:00.000Z",
   "request_headers": {
    "user-agent": "Stowage/0.1.0",
    "webhook-id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
    "content-type": "application/json",
    "webhook-signature": "…",
    "webhook-timestamp": "1767603661"
   },
   "request_body": "{\"type\":\"item.low_stock\",\"timestamp\":\"2026-01-05T09:00:00.000Z\",\"data\":{\"event\":{\"id\":\"evt_01kf6r8x3v0pwtdqye8f04z0js\",\"seq\":41,\"type\":\"item.low_stock\",\"subject_type\":\"item\",\"subject_id\":\"item_01kf6r8x3v7e2fqpjxwq0m9e2a\",\"subject_name\":\"10 kΩ, 1 %\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"POST /items/{id}/move\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{},\"data\":{\"missing\":50,\"quantity\":50,\"min_quantity\":100},\"created_at\":\"2026-01-05T09:00:00.000Z\"},\"subject\":{\"id\":\"item_01kf6r8x3v7e2fqpjxwq0m9e2a\",\"name\":\"10 kΩ, 1 %\",\"bin_id\":\"bin_01kf6r8x3vw6wp5s9qkdzsqdy1\",\"location_id\":null,\"quantity\":50,\"reserved\":0,\"available\":50,\"unit\":\"pcs\",\"min_quantity\":100,\"is_low\":true,\"barcodes\":[\"4006381333931\"],\"sku\":null,\"external_id\":null,\"notes\":\"\",\"tags\":[\"0805\"],\"custom_fields\":{\"value\":\"10k\"},\"expires_on\":null,\"serial_number\":null,\"model\":null,\"manufacturer\":null,\"version\":1,\"created_at\":\"2026-01-05T09:00:00.000Z\",\"updated_at\":\"2026-01-05T09:00:00.000Z\",\"deleted_at\":null,\"location_ids\":[]},\"trigger\":{\"id\":\"trg_01kf6r8x3vkep5wy94q5h2hc1w\",\"name\":\"Tell the shop\"},\"organization_id\":\"org_01kf6r8x3vx80c9qwhv02swx3z\",\"environment\":\"live\",\"passed_over\":0,\"test\":true}}",
   "attempt_log": [
    {
     "at": "2026-01-05T09:00:00.000Z",
     "response_status": 204,
     "response_ms": 12,
     "error": null
    }
   ]
  }
 },
 "events.list": {
  "query": {
   "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "type": "item.quantity_changed",
   "limit": 1
  },
  "answer": {
   "data": [
    {
     "id": "evt_01kf6r8x3vnxxydy7emwa3hjty",
     "seq": 41,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "actor_user_id": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "actor_name": "Ada",
     "on_behalf_of_user_id": null,
     "auth_method": "api_key",
     "api_key_id": "key_01kf6r8x3vce3rz0hy0a7k1ppa",
     "api_key_name": "Ada's key",
     "ip": "127.0.0.1",
     "request_id": "4fK2nX8sQ7dLw0Zt",
     "endpoint": "POST /projects/{id}/consume",
     "trigger_id": null,
     "trigger_depth": 0,
     "changes": {
      "quantity": {
       "old": 415,
       "new": 411
      }
     },
     "data": {
      "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
      "project_name": "Weather station"
     },
     "undone_by": null,
     "created_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": "WyItc2VxIiwzNCwiZXZ0Il0"
  }
 },
 "events.stream": {
  "query": {
   "subject_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "after": 0,
   "limit_seconds": 0
  },
  "media_type": "text/event-stream",
  "answer": "retry: 2000\nid: 0\n\nid: 41\nevent: project.created\ndata: {\"id\":\"evt_01kf6r8x3vgwxxgwtbac732j57\",\"seq\":41,\"type\":\"project.created\",\"subject_type\":\"project\",\"subject_id\":\"proj_01kf6r8x3vk40dk1v73jdf841r\",\"subject_name\":\"Weather station\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"ip\":\"127.0.0.1\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"POST /projects\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{},\"data\":{\"name\":\"Weather station\",\"tags\":[\"garden\"],\"due_on\":\"2026-03-01\",\"status\":\"planned\",\"starts_on\":null,\"description\":\"\"},\"created_at\":\"2026-01-05T09:00:00.000Z\",\"undone_by\":null}\n\nid: 41\nevent: project.updated\ndata: {\"id\":\"evt_01kf6r8x3vyq7fwj1c3y1md5ne\",\"seq\":41,\"type\":\"project.updated\",\"subject_type\":\"project\",\"subject_id\":\"proj_01kf6r8x3vk40dk1v73jdf841r\",\"subject_name\":\"Weather station\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"ip\":\"127.0.0.1\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"PATCH /projects/{id}\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{\"status\":{\"new\":\"active\",\"old\":\"planned\"}},\"data\":{},\"created_at\":\"2026-01-05T09:00:00.000Z\",\"undone_by\":null}\n\nid: 41\nevent: project.reserved\ndata: {\"id\":\"evt_01kf6r8x3v2knafse9htvvhb1g\",\"seq\":41,\"type\":\"project.reserved\",\"subject_type\":\"project\",\"subject_id\":\"proj_01kf6r8x3vk40dk1v73jdf841r\",\"subject_name\":\"Weather station\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"ip\":\"127.0.0.1\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"POST /projects/{id}/reservations\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{\"quantity\":{\"new\":12,\"old\":null}},\"data\":{\"item_id\":\"item_01kf6r8x3vsm04nj7sz3w7ztp2\",\"consumed\":0,\"quantity\":12,\"item_name\":\"10 kΩ, 1 %\"},\"created_at\":\"2026-01-05T09:00:00.000Z\",\"undone_by\":null}\n\nid: 41\nevent: project.consumed\ndata: {\"id\":\"evt_01kf6r8x3v4768kt1782jt6gna\",\"seq\":41,\"type\":\"project.consumed\",\"subject_type\":\"project\",\"subject_id\":\"proj_01kf6r8x3vk40dk1v73jdf841r\",\"subject_name\":\"Weather station\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"ip\":\"127.0.0.1\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"POST /projects/{id}/consume\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{},\"data\":{\"items\":[{\"item_id\":\"item_01kf6r8x3vsm04nj7sz3w7ztp2\",\"quantity\":4,\"item_name\":\"10 kΩ, 1 %\"}]},\"created_at\":\"2026-01-05T09:00:00.000Z\",\"undone_by\":null}\n\nid: 41\nevent: project.released\ndata: {\"id\":\"evt_01kf6r8x3v5f0xgamhaedmt1j0\",\"seq\":41,\"type\":\"project.released\",\"subject_type\":\"project\",\"subject_id\":\"proj_01kf6r8x3vk40dk1v73jdf841r\",\"subject_name\":\"Weather station\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"ip\":\"127.0.0.1\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"DELETE /projects/{id}/reservations/{item_id}\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{},\"data\":{\"item_id\":\"item_01kf6r8x3vsm04nj7sz3w7ztp2\",\"consumed\":4,\"quantity\":12,\"item_name\":\"10 kΩ, 1 %\"},\"created_at\":\"2026-01-05T09:00:00.000Z\",\"undone_by\":null}\n\n"
 },
 "events.undo": {
  "body": {
   "event_seqs": [
    41
   ],
   "dry_run": true
  },
  "answer": {
   "undone": [],
   "skipped": [
    {
     "seq": 42,
     "type": "project.consumed",
     "subject_type": "project",
     "subject_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
     "subject_name": "Weather station",
     "reason": "changed_since",
     "detail": "What is reserved of Weather station was changed since by Ada with the key Ada's key (event 38)."
    },
    {
     "seq": 41,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "reason": "changed_since",
     "detail": "What is reserved of Weather station was changed since by Ada with the key Ada's key (event 38)."
    }
   ],
   "dry_run": true
  }
 },
 "exports.download": {
  "query": {
   "format": "csv",
   "type": "bins"
  },
  "media_type": "text/csv",
  "answer": "﻿type,id,code,name,location_id,location_path,description,tags,color,icon,created_at,updated_at\r\nbin,bin_01kf6r8x3vgnmdzcx3sxkrpm0z,YQS18RZ,Resistors,loc_01kf6r8x3vqmeayn0tfvqs0xn2,\"Workshop, ground floor\",\"0805, by value\",smd,#2f6f4f,,2026-01-05T09:00:00.000Z,2026-01-05T09:00:00.000Z\r\nbin,bin_01kf6r8x3vsqcf2jk6h8ga939t,WKTT56X,Capacitors,loc_01kf6r8x3vqmeayn0tfvqs0xn2,\"Workshop, ground floor\",,,,,2026-01-05T09:00:00.000Z,2026-01-05T09:00:00.000Z\r\nbin,bin_01kf6r8x3vw6wp5s9qkdzsqdy1,M6NQKVJ,Travel kit,,,,,,,2026-01-05T09:00:00.000Z,2026-01-05T09:00:00.000Z\r\nbin,bin_01kf6r8x3vrch6ka867qm6zd7y,TN5BQTM,Crate,,,,,,,2026-01-05T09:00:00.000Z,2026-01-05T09:00:00.000Z\r\n"
 },
 "handOvers.approve": {
  "body": {
   "user_code": "BCDF-GHJK",
   "scopes": [
    "items:read"
   ],
   "environment": "live"
  },
  "answer": {
   "client_name": "stowage on ada-laptop",
   "scopes": [
    "items:read"
   ],
   "environment": "live",
   "ip": "127.0.0.1",
   "user_agent": "lightMyRequest",
   "is_same_network": true,
   "status": "approved",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-01-05T09:10:00.000Z"
  }
 },
 "handOvers.begin": {
  "body": {
   "client_name": "stowage on ada-laptop",
   "scopes": [
    "items:read"
   ],
   "environment": "live"
  },
  "answer": {
   "device_code": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
   "user_code": "BCDF-GHJK",
   "verification_uri": "https://stowage.example.org/device",
   "verification_uri_complete": "https://stowage.example.org/device?code=BCDF-GHJK",
   "expires_at": "2026-01-05T09:10:00.000Z",
   "interval_seconds": 5
  }
 },
 "handOvers.collect": {
  "body": {
   "device_code": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "answer": {
   "status": "approved",
   "interval_seconds": 5,
   "api_key": {
    "id": "key_01kf6r8x3vt20tga92vt5zyeq5",
    "name": "stowage on ada-laptop",
    "description": "Handed over to stowage on ada-laptop",
    "prefix": "sk_stowage_live_4fK2...",
    "environment": "live",
    "scopes": [
     "items:read"
    ],
    "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
    "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
    "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
    "location_ids": null,
    "allowed_cidrs": null,
    "rate_limit": null,
    "muted_alerts": [],
    "status": "active",
    "created_at": "2026-01-05T09:00:00.000Z",
    "expires_at": null,
    "auto_renew": false,
    "last_used_at": null,
    "last_used_ip": null,
    "rotated_at": null,
    "revoked_at": null,
    "revocation_reason": null
   },
   "key": "sk_stowage_live_…"
  }
 },
 "handOvers.look": {
  "body": {
   "user_code": "BCDF-GHJK"
  },
  "answer": {
   "client_name": "stowage on ada-laptop",
   "scopes": [
    "items:read"
   ],
   "environment": "live",
   "ip": "127.0.0.1",
   "user_agent": "lightMyRequest",
   "is_same_network": true,
   "status": "pending",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-01-05T09:10:00.000Z"
  }
 },
 "handOvers.refuse": {
  "body": {
   "user_code": "BCDF-GHJK"
  },
  "answer": {
   "client_name": "Somebody else's",
   "scopes": null,
   "environment": null,
   "ip": "127.0.0.1",
   "user_agent": "lightMyRequest",
   "is_same_network": true,
   "status": "refused",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-01-05T09:10:00.000Z"
  }
 },
 "imports.create": {
  "body": {
   "format": "csv",
   "content": "name,quantity,location_path\nM3 screws,200,Workshop / Shelf A\n",
   "filename": "screws.csv"
  },
  "answer": {
   "id": "imp_01kf6r8x3vzcdm988zwm9nnk8e",
   "status": "done",
   "dry_run": false,
   "format": "csv",
   "filename": "screws.csv",
   "rows_total": 1,
   "rows_done": 1,
   "created": 1,
   "updated": 0,
   "unchanged": 0,
   "errors_total": 0,
   "errors": [],
   "columns": [
    "name",
    "quantity",
    "location_path"
   ],
   "first_seq": 41,
   "last_seq": 42,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "imports.get": {
  "path": {
   "id": "imp_01kf6r8x3vzcdm988zwm9nnk8e"
  },
  "answer": {
   "id": "imp_01kf6r8x3vzcdm988zwm9nnk8e",
   "status": "done",
   "dry_run": false,
   "format": "csv",
   "filename": "screws.csv",
   "rows_total": 1,
   "rows_done": 1,
   "created": 1,
   "updated": 0,
   "unchanged": 0,
   "errors_total": 0,
   "errors": [],
   "columns": [
    "name",
    "quantity",
    "location_path"
   ],
   "first_seq": 41,
   "last_seq": 42,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "imports.list": {
  "query": {
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "imp_01kf6r8x3vzcdm988zwm9nnk8e",
     "status": "done",
     "dry_run": false,
     "format": "csv",
     "filename": "screws.csv",
     "rows_total": 1,
     "rows_done": 1,
     "created": 1,
     "updated": 0,
     "unchanged": 0,
     "errors_total": 0,
     "errors": [],
     "columns": [
      "name",
      "quantity",
      "location_path"
     ],
     "first_seq": 41,
     "last_seq": 42,
     "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "imports.resume": {
  "path": {
   "id": "imp_01kf6r8x3vjjfjd6pnaryfx5z4"
  },
  "answer": {
   "id": "imp_01kf6r8x3vjjfjd6pnaryfx5z4",
   "status": "running",
   "dry_run": false,
   "format": "csv",
   "filename": null,
   "rows_total": 1,
   "rows_done": 1,
   "created": 1,
   "updated": 0,
   "unchanged": 0,
   "errors_total": 0,
   "errors": [],
   "columns": [
    "name"
   ],
   "first_seq": 41,
   "last_seq": 42,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "imports.undo": {
  "path": {
   "id": "imp_01kf6r8x3vzcdm988zwm9nnk8e"
  },
  "body": {
   "dry_run": true
  },
  "answer": {
   "undone": [
    {
     "seq": 43,
     "type": "item.created",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vz6g86c8zzmsg5p6m",
     "subject_name": "M3 screws",
     "changes": {
      "deleted_at": {
       "old": null,
       "new": "2026-01-05T09:00:00.000Z"
      }
     }
    },
    {
     "seq": 42,
     "type": "location.created",
     "subject_type": "location",
     "subject_id": "loc_01kf6r8x3vrmbjfgzehy45ba1m",
     "subject_name": "Shelf A",
     "changes": {
      "deleted_at": {
       "old": null,
       "new": "2026-01-05T09:00:00.000Z"
      }
     }
    },
    {
     "seq": 41,
     "type": "location.created",
     "subject_type": "location",
     "subject_id": "loc_01kf6r8x3vahj1a07wf1dvbsv7",
     "subject_name": "Workshop",
     "changes": {
      "deleted_at": {
       "old": null,
       "new": "2026-01-05T09:00:00.000Z"
      }
     }
    }
   ],
   "skipped": [],
   "dry_run": true,
   "undone_total": 3,
   "skipped_total": 0
  }
 },
 "instanceUsers.list": {
  "query": {
   "q": "ben",
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
     "email": "ben@example.org",
     "name": "Ben",
     "is_instance_admin": false,
     "is_active": true,
     "has_two_factor": false,
     "organizations": 1,
     "created_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "instanceUsers.update": {
  "path": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve"
  },
  "body": {
   "active": true
  },
  "answer": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
   "email": "ben@example.org",
   "name": "Ben",
   "is_instance_admin": false,
   "is_active": true,
   "has_two_factor": false,
   "organizations": 1,
   "created_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "invitations.accept": {
  "body": {
   "token": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "answer": {
   "id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "name": "Ada's inventory",
   "slug": "ada-s-inventory-5f3a9c",
   "role": "viewer",
   "plan": "enterprise",
   "rate_limit": {
    "per_minute": 5000,
    "per_hour": 100000
   },
   "settings": {
    "api_key_makers": "admins",
    "api_key_days_max": null,
    "event_retention_days": 365,
    "request_retention_days": 30,
    "test_webhook_hosts": [],
    "trash_days": 30
   },
   "created_at": "2026-01-05T09:00:00.000Z",
   "version": 2
  }
 },
 "invitations.list": {
  "query": {
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "inv_01kf6r8x3vptn0gpv9s16zjmqe",
     "email": "cleo@example.org",
     "role": "member",
     "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "created_at": "2026-01-05T09:00:00.000Z",
     "expires_at": "2026-01-12T09:00:00.000Z",
     "max_uses": 1,
     "uses": 0
    }
   ],
   "next_cursor": null
  }
 },
 "invitations.look": {
  "body": {
   "token": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  },
  "answer": {
   "organization": {
    "id": "org_01kf6r8x3vx80c9qwhv02swx3z",
    "name": "Ada's inventory"
   },
   "role": "member",
   "email": "cleo@example.org",
   "invited_by": "Ada",
   "expires_at": "2026-01-12T09:00:00.000Z",
   "has_account": false
  }
 },
 "invitations.remove": {
  "path": {
   "id": "inv_01kf6r8x3vptn0gpv9s16zjmqe"
  },
  "answer": {
   "id": "inv_01kf6r8x3vptn0gpv9s16zjmqe",
   "deleted_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "items.adjust": {
  "path": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2"
  },
  "body": {
   "delta": -20,
   "reason": "Prototype"
  },
  "answer": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "name": "10 kΩ, 1 %",
   "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "location_id": null,
   "quantity": 480,
   "reserved": 0,
   "available": 480,
   "unit": "pcs",
   "min_quantity": 100,
   "is_low": false,
   "barcodes": [
    "4006381333931"
   ],
   "sku": null,
   "external_id": null,
   "notes": "",
   "tags": [
    "0805"
   ],
   "custom_fields": {
    "value": "10k"
   },
   "expires_on": null,
   "serial_number": null,
   "model": null,
   "manufacturer": null,
   "version": 3,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null,
   "event_seq": 41
  }
 },
 "items.bulk": {
  "body": {
   "operations": [
    {
     "op": "upsert",
     "external_id": "shop-42",
     "data": {
      "name": "Solder wire",
      "quantity": 2
     }
    },
    {
     "op": "adjust",
     "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "data": {
      "count": 470
     }
    }
   ]
  },
  "answer": {
   "data": [
    {
     "index": 0,
     "status": 201,
     "data": {
      "name": "Solder wire",
      "bin_id": null,
      "location_id": null,
      "quantity": 2,
      "unit": "pcs",
      "min_quantity": null,
      "barcodes": [],
      "sku": null,
      "external_id": "shop-42",
      "notes": "",
      "tags": [],
      "custom_fields": {},
      "expires_on": null,
      "serial_number": null,
      "model": null,
      "manufacturer": null,
      "id": "item_01kf6r8x3vtrvrej4cr5sgcs96",
      "reserved": 0,
      "available": 2,
      "is_low": false,
      "version": 1,
      "created_at": "2026-01-05T09:00:00.000Z",
      "updated_at": "2026-01-05T09:00:00.000Z",
      "deleted_at": null
     },
     "event_seqs": [
      41
     ]
    },
    {
     "index": 1,
     "status": 200,
     "data": {
      "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
      "name": "10 kΩ, 1 %",
      "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
      "location_id": null,
      "quantity": 470,
      "reserved": 0,
      "available": 470,
      "unit": "pcs",
      "min_quantity": 100,
      "is_low": false,
      "barcodes": [
       "4006381333931"
      ],
      "sku": null,
      "external_id": null,
      "notes": "",
      "tags": [
       "0805"
      ],
      "custom_fields": {
       "value": "10k"
      },
      "expires_on": null,
      "serial_number": null,
      "model": null,
      "manufacturer": null,
      "version": 4,
      "created_at": "2026-01-05T09:00:00.000Z",
      "updated_at": "2026-01-05T09:00:00.000Z",
      "deleted_at": null,
      "event_seq": 42
     },
     "event_seqs": [
      42
     ]
    }
   ],
   "succeeded": 2,
   "failed": 0
  }
 },
 "items.create": {
  "body": {
   "name": "10 kΩ, 1 %",
   "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "quantity": 500,
   "min_quantity": 100,
   "unit": "pcs",
   "barcodes": [
    "4006381333931"
   ],
   "custom_fields": {
    "value": "10k"
   }
  },
  "answer": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "name": "10 kΩ, 1 %",
   "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "location_id": null,
   "quantity": 500,
   "reserved": 0,
   "available": 500,
   "unit": "pcs",
   "min_quantity": 100,
   "is_low": false,
   "barcodes": [
    "4006381333931"
   ],
   "sku": null,
   "external_id": null,
   "notes": "",
   "tags": [],
   "custom_fields": {
    "value": "10k"
   },
   "expires_on": null,
   "serial_number": null,
   "model": null,
   "manufacturer": null,
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "items.get": {
  "path": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2"
  },
  "answer": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "name": "10 kΩ, 1 %",
   "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "location_id": null,
   "quantity": 500,
   "reserved": 0,
   "available": 500,
   "unit": "pcs",
   "min_quantity": 100,
   "is_low": false,
   "barcodes": [
    "4006381333931"
   ],
   "sku": null,
   "external_id": null,
   "notes": "",
   "tags": [],
   "custom_fields": {
    "value": "10k"
   },
   "expires_on": null,
   "serial_number": null,
   "model": null,
   "manufacturer": null,
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "items.list": {
  "query": {
   "low_stock": false,
   "include": [
    "location_path"
   ],
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "name": "10 kΩ, 1 %",
     "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
     "location_id": null,
     "quantity": 500,
     "reserved": 0,
     "available": 500,
     "unit": "pcs",
     "min_quantity": 100,
     "is_low": false,
     "barcodes": [
      "4006381333931"
     ],
     "sku": null,
     "external_id": null,
     "notes": "",
     "tags": [],
     "custom_fields": {
      "value": "10k"
     },
     "expires_on": null,
     "serial_number": null,
     "model": null,
     "manufacturer": null,
     "version": 1,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z",
     "deleted_at": null,
     "location_path": [
      {
       "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
       "name": "Workshop, ground floor"
      }
     ]
    }
   ],
   "next_cursor": null
  }
 },
 "items.move": {
  "path": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2"
  },
  "body": {
   "to_bin_id": "bin_01kf6r8x3vw6wp5s9qkdzsqdy1",
   "quantity": 50
  },
  "answer": {
   "item": {
    "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
    "name": "10 kΩ, 1 %",
    "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
    "location_id": null,
    "quantity": 420,
    "reserved": 0,
    "available": 420,
    "unit": "pcs",
    "min_quantity": 100,
    "is_low": false,
    "barcodes": [
     "4006381333931"
    ],
    "sku": null,
    "external_id": null,
    "notes": "",
    "tags": [
     "0805"
    ],
    "custom_fields": {
     "value": "10k"
    },
    "expires_on": null,
    "serial_number": null,
    "model": null,
    "manufacturer": null,
    "version": 5,
    "created_at": "2026-01-05T09:00:00.000Z",
    "updated_at": "2026-01-05T09:00:00.000Z",
    "deleted_at": null
   },
   "moved_item": {
    "id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
    "name": "10 kΩ, 1 %",
    "bin_id": "bin_01kf6r8x3vw6wp5s9qkdzsqdy1",
    "location_id": null,
    "quantity": 50,
    "reserved": 0,
    "available": 50,
    "unit": "pcs",
    "min_quantity": 100,
    "is_low": true,
    "barcodes": [
     "4006381333931"
    ],
    "sku": null,
    "external_id": null,
    "notes": "",
    "tags": [
     "0805"
    ],
    "custom_fields": {
     "value": "10k"
    },
    "expires_on": null,
    "serial_number": null,
    "model": null,
    "manufacturer": null,
    "version": 1,
    "created_at": "2026-01-05T09:00:00.000Z",
    "updated_at": "2026-01-05T09:00:00.000Z",
    "deleted_at": null
   },
   "event_seq": 41
  }
 },
 "items.remove": {
  "path": {
   "id": "item_01kf6r8x3vx6gtd1as0zj064pv"
  },
  "answer": {
   "id": "item_01kf6r8x3vx6gtd1as0zj064pv",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "items.restore": {
  "path": {
   "id": "item_01kf6r8x3vx6gtd1as0zj064pv"
  },
  "answer": {
   "id": "item_01kf6r8x3vx6gtd1as0zj064pv",
   "name": "Broken meter",
   "bin_id": null,
   "location_id": null,
   "quantity": 1,
   "reserved": 0,
   "available": 1,
   "unit": "pcs",
   "min_quantity": null,
   "is_low": false,
   "barcodes": [],
   "sku": null,
   "external_id": null,
   "notes": "",
   "tags": [],
   "custom_fields": {},
   "expires_on": null,
   "serial_number": null,
   "model": null,
   "manufacturer": null,
   "version": 3,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "items.update": {
  "path": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2"
  },
  "body": {
   "tags": [
    "0805"
   ]
  },
  "answer": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "name": "10 kΩ, 1 %",
   "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
   "location_id": null,
   "quantity": 500,
   "reserved": 0,
   "available": 500,
   "unit": "pcs",
   "min_quantity": 100,
   "is_low": false,
   "barcodes": [
    "4006381333931"
   ],
   "sku": null,
   "external_id": null,
   "notes": "",
   "tags": [
    "0805"
   ],
   "custom_fields": {
    "value": "10k"
   },
   "expires_on": null,
   "serial_number": null,
   "model": null,
   "manufacturer": null,
   "version": 2,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z",
   "deleted_at": null
  }
 },
 "labels.batches": {
  "query": {
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "batch_id": "Sheet 1",
     "total": 2,
     "claimed": 1,
     "created_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "labels.print": {
  "body": {
   "codes": [
    "5KZMFE1",
    "R52JF08"
   ],
   "format": "avery_l7160"
  },
  "media_type": "application/pdf"
 },
 "leakedKeys.report": {
  "body": {
   "key": "sk_stowage_live_…"
  },
  "answer": {
   "received": true
  }
 },
 "libraries.list": {
  "query": {
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
     "name": "Workshop, ground floor",
     "parent_id": null,
     "kind": "room",
     "description": "Behind the house",
     "path": [
      "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
     ],
     "depth": 1,
     "version": 2,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z",
     "location_count": 0,
     "bin_count": 0,
     "item_count": 0
    }
   ],
   "next_cursor": null
  }
 },
 "locations.contents": {
  "path": {
   "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
  },
  "answer": {
   "data": [
    {
     "type": "bin",
     "id": "bin_01kf6r8x3vsqcf2jk6h8ga939t",
     "name": "Capacitors",
     "code": "WKTT56X"
    },
    {
     "type": "bin",
     "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
     "name": "Resistors",
     "code": "YQS18RZ"
    }
   ],
   "next_cursor": null
  }
 },
 "locations.create": {
  "body": {
   "name": "Workshop",
   "kind": "room",
   "description": "Behind the house"
  },
  "answer": {
   "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "name": "Workshop",
   "parent_id": null,
   "kind": "room",
   "description": "Behind the house",
   "path": [
    "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
   ],
   "depth": 1,
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "locations.get": {
  "path": {
   "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
  },
  "answer": {
   "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "name": "Workshop",
   "parent_id": null,
   "kind": "room",
   "description": "Behind the house",
   "path": [
    "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
   ],
   "depth": 1,
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "locations.list": {
  "query": {
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
     "name": "Workshop",
     "parent_id": null,
     "kind": "room",
     "description": "Behind the house",
     "path": [
      "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
     ],
     "depth": 1,
     "version": 1,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "locations.remove": {
  "path": {
   "id": "loc_01kf6r8x3v84eypdjv7k48b1sd"
  },
  "answer": {
   "id": "loc_01kf6r8x3v84eypdjv7k48b1sd",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "locations.update": {
  "path": {
   "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
  },
  "body": {
   "name": "Workshop, ground floor"
  },
  "answer": {
   "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
   "name": "Workshop, ground floor",
   "parent_id": null,
   "kind": "room",
   "description": "Behind the house",
   "path": [
    "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
   ],
   "depth": 1,
   "version": 2,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "members.get": {
  "path": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve"
  },
  "answer": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
   "email": "ben@example.org",
   "name": "Ben",
   "role": "member",
   "is_active": true,
   "has_two_factor": false,
   "joined_at": "2026-01-05T09:00:00.000Z",
   "api_keys": 0
  }
 },
 "members.invite": {
  "body": {
   "email": "cleo@example.org",
   "role": "member",
   "expires_in_days": 7
  },
  "answer": {
   "id": "inv_01kf6r8x3vptn0gpv9s16zjmqe",
   "email": "cleo@example.org",
   "role": "member",
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "created_at": "2026-01-05T09:00:00.000Z",
   "expires_at": "2026-01-12T09:00:00.000Z",
   "max_uses": 1,
   "uses": 0,
   "url": "https://stowage.example.org/join#token=…",
   "mailed": false
  }
 },
 "members.list": {
  "query": {
   "role": "member"
  },
  "answer": {
   "data": [
    {
     "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
     "email": "ben@example.org",
     "name": "Ben",
     "role": "member",
     "is_active": true,
     "has_two_factor": false,
     "joined_at": "2026-01-05T09:00:00.000Z",
     "api_keys": 0
    }
   ],
   "next_cursor": null
  }
 },
 "members.remove": {
  "path": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve"
  },
  "answer": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
   "removed_at": "2026-01-05T09:00:00.000Z",
   "revoked_api_keys": 0
  }
 },
 "members.update": {
  "path": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve"
  },
  "body": {
   "role": "admin"
  },
  "answer": {
   "id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
   "email": "ben@example.org",
   "name": "Ben",
   "role": "admin",
   "is_active": true,
   "has_two_factor": false,
   "joined_at": "2026-01-05T09:00:00.000Z",
   "api_keys": 0
  }
 },
 "notifications.list": {
  "query": {
   "unread": true,
   "limit": 1
  },
  "answer": {
   "data": [
    {
     "id": "ntf_01kf6r8x3v22km74rmchefg9z8",
     "type": "item.low_stock",
     "environment": "live",
     "event_seq": 41,
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
     "subject_name": "10 kΩ, 1 %",
     "title": "10 kΩ, 1 % is running low",
     "body": "There is 50 left; the minimum is 100.",
     "created_at": "2026-01-05T09:00:00.000Z",
     "read_at": null
    }
   ],
   "next_cursor": null,
   "unread": 1
  }
 },
 "notifications.preferences": {
  "answer": {
   "kinds": {
    "low_stock": {
     "app": true,
     "mail": false
    },
    "expiring": {
     "app": true,
     "mail": false
    },
    "tasks": {
     "app": true,
     "mail": false
    },
    "triggers": {
     "app": true,
     "mail": true
    },
    "api_keys": {
     "app": true,
     "mail": true
    }
   },
   "digest": "off",
   "digest_hour": 7,
   "mail_available": false
  }
 },
 "notifications.read": {
  "body": {
   "all": true
  },
  "answer": {
   "unread": 0
  }
 },
 "notifications.updatePreferences": {
  "body": {
   "kinds": {
    "low_stock": {
     "mail": true
    }
   },
   "digest": "daily",
   "digest_hour": 7
  },
  "answer": {
   "kinds": {
    "low_stock": {
     "app": true,
     "mail": true
    },
    "expiring": {
     "app": true,
     "mail": false
    },
    "tasks": {
     "app": true,
     "mail": false
    },
    "triggers": {
     "app": true,
     "mail": true
    },
    "api_keys": {
     "app": true,
     "mail": true
    }
   },
   "digest": "daily",
   "digest_hour": 7,
   "mail_available": false
  }
 },
 "organizations.create": {
  "body": {
   "name": "Makers' club",
   "slug": "makers"
  },
  "answer": {
   "id": "org_01kf6r8x3vwq9h4wmjcp50yspn",
   "name": "Makers' club",
   "slug": "makers",
   "role": "owner",
   "plan": "enterprise",
   "rate_limit": {
    "per_minute": 5000,
    "per_hour": 100000
   },
   "settings": {
    "api_key_makers": "members",
    "api_key_days_max": null,
    "event_retention_days": 365,
    "request_retention_days": 30,
    "test_webhook_hosts": [],
    "trash_days": 30
   },
   "created_at": "2026-01-05T09:00:00.000Z",
   "version": 1
  }
 },
 "organizations.get": {
  "path": {
   "id": "org_01kf6r8x3vx80c9qwhv02swx3z"
  },
  "answer": {
   "id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "name": "Ada's inventory",
   "slug": "ada-s-inventory-5f3a9c",
   "role": "owner",
   "plan": "enterprise",
   "rate_limit": {
    "per_minute": 5000,
    "per_hour": 100000
   },
   "settings": {
    "api_key_makers": "members",
    "api_key_days_max": null,
    "event_retention_days": 365,
    "request_retention_days": 30,
    "test_webhook_hosts": [],
    "trash_days": 30
   },
   "created_at": "2026-01-05T09:00:00.000Z",
   "version": 1
  }
 },
 "organizations.leave": {
  "path": {
   "id": "org_01kf6r8x3vx80c9qwhv02swx3z"
  },
  "answer": {
   "id": "user_01kf6r8x3vnhgxtzdg65g6y9t1",
   "removed_at": "2026-01-05T09:00:00.000Z",
   "revoked_api_keys": 0
  }
 },
 "organizations.list": {
  "query": {
   "limit": 20
  },
  "answer": {
   "data": [
    {
     "id": "org_01kf6r8x3vx80c9qwhv02swx3z",
     "name": "Ada's inventory",
     "slug": "ada-s-inventory-5f3a9c",
     "role": "owner",
     "plan": "enterprise",
     "rate_limit": {
      "per_minute": 5000,
      "per_hour": 100000
     },
     "settings": {
      "api_key_makers": "members",
      "api_key_days_max": null,
      "event_retention_days": 365,
      "request_retention_days": 30,
      "test_webhook_hosts": [],
      "trash_days": 30
     },
     "created_at": "2026-01-05T09:00:00.000Z",
     "version": 1
    }
   ],
   "next_cursor": null
  }
 },
 "organizations.remove": {
  "path": {
   "id": "org_01kf6r8x3vwq9h4wmjcp50yspn"
  },
  "answer": {
   "id": "org_01kf6r8x3vwq9h4wmjcp50yspn",
   "deleted_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "organizations.update": {
  "path": {
   "id": "org_01kf6r8x3vx80c9qwhv02swx3z"
  },
  "body": {
   "settings": {
    "api_key_makers": "admins"
   }
  },
  "answer": {
   "id": "org_01kf6r8x3vx80c9qwhv02swx3z",
   "name": "Ada's inventory",
   "slug": "ada-s-inventory-5f3a9c",
   "role": "owner",
   "plan": "enterprise",
   "rate_limit": {
    "per_minute": 5000,
    "per_hour": 100000
   },
   "settings": {
    "api_key_makers": "admins",
    "api_key_days_max": null,
    "event_retention_days": 365,
    "request_retention_days": 30,
    "test_webhook_hosts": [],
    "trash_days": 30
   },
   "created_at": "2026-01-05T09:00:00.000Z",
   "version": 2
  }
 },
 "projects.consume": {
  "path": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r"
  },
  "body": {
   "items": [
    {
     "item_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "quantity": 4
    }
   ]
  },
  "answer": {
   "project": {
    "id": "proj_01kf6r8x3vk40dk1v73jdf841r",
    "name": "Weather station",
    "description": "",
    "status": "active",
    "starts_on": null,
    "due_on": "2026-03-01",
    "tags": [
     "garden"
    ],
    "version": 2,
    "created_at": "2026-01-05T09:00:00.000Z",
    "updated_at": "2026-01-05T09:00:00.000Z"
   },
   "data": [
    {
     "item_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
     "quantity": 12,
     "consumed": 4,
     "available": 411,
     "shortage": 0
    }
   ],
   "event_seq": 41
  }
 },
 "projects.create": {
  "body": {
   "name": "Weather station",
   "due_on": "2026-03-01",
   "tags": [
    "garden"
   ]
  },
  "answer": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "name": "Weather station",
   "description": "",
   "status": "planned",
   "starts_on": null,
   "due_on": "2026-03-01",
   "tags": [
    "garden"
   ],
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "projects.get": {
  "path": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r"
  },
  "answer": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "name": "Weather station",
   "description": "",
   "status": "planned",
   "starts_on": null,
   "due_on": "2026-03-01",
   "tags": [
    "garden"
   ],
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "projects.items": {
  "path": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r"
  },
  "answer": {
   "data": [
    {
     "item_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
     "quantity": 12,
     "consumed": 0,
     "available": 415,
     "shortage": 0,
     "item": {
      "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
      "name": "10 kΩ, 1 %",
      "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
      "location_id": null,
      "quantity": 415,
      "reserved": 12,
      "available": 403,
      "unit": "pcs",
      "min_quantity": 100,
      "is_low": false,
      "barcodes": [
       "4006381333931"
      ],
      "sku": null,
      "external_id": null,
      "notes": "",
      "tags": [
       "0805"
      ],
      "custom_fields": {
       "value": "10k"
      },
      "expires_on": null,
      "serial_number": null,
      "model": null,
      "manufacturer": null,
      "version": 7,
      "created_at": "2026-01-05T09:00:00.000Z",
      "updated_at": "2026-01-05T09:00:00.000Z",
      "deleted_at": null
     },
     "path": [
      {
       "type": "location",
       "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
       "name": "Workshop, ground floor"
      },
      {
       "type": "bin",
       "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
       "name": "Resistors"
      }
     ],
     "place": "Workshop, ground floor / Resistors"
    }
   ],
   "next_cursor": null
  }
 },
 "projects.list": {
  "query": {
   "status": [
    "planned"
   ]
  },
  "answer": {
   "data": [
    {
     "id": "proj_01kf6r8x3vk40dk1v73jdf841r",
     "name": "Weather station",
     "description": "",
     "status": "planned",
     "starts_on": null,
     "due_on": "2026-03-01",
     "tags": [
      "garden"
     ],
     "version": 1,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "projects.release": {
  "path": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "item_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2"
  },
  "answer": {
   "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "projects.remove": {
  "path": {
   "id": "proj_01kf6r8x3vj68kqb68qwqq71fh"
  },
  "answer": {
   "id": "proj_01kf6r8x3vj68kqb68qwqq71fh",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "projects.reserve": {
  "path": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r"
  },
  "body": {
   "item_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "quantity": 12
  },
  "answer": {
   "item_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "quantity": 12,
   "consumed": 0,
   "available": 415,
   "shortage": 0
  }
 },
 "projects.update": {
  "path": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r"
  },
  "body": {
   "status": "active"
  },
  "answer": {
   "id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "name": "Weather station",
   "description": "",
   "status": "active",
   "starts_on": null,
   "due_on": "2026-03-01",
   "tags": [
    "garden"
   ],
   "version": 2,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "rateLimit.get": {
  "answer": {
   "limit": 100000,
   "remaining": 498,
   "reset": 1767607200,
   "reset_at": "2026-01-05T10:00:00.000Z",
   "plan": "enterprise",
   "windows": [
    {
     "name": "minute",
     "limit": 5000,
     "remaining": 498,
     "reset": 1767607200,
     "reset_at": "2026-01-05T10:00:00.000Z"
    },
    {
     "name": "hour",
     "limit": 100000,
     "remaining": 498,
     "reset": 1767607200,
     "reset_at": "2026-01-05T10:00:00.000Z"
    }
   ]
  }
 },
 "sandbox.reset": {
  "answer": {
   "reset_at": "2026-01-05T10:00:00.000Z",
   "locations": 6,
   "bins": 6,
   "items": 16,
   "projects": 2,
   "tasks": 6
  }
 },
 "scan.scan": {
  "body": {
   "code": "5KZMFE1",
   "action": "remove",
   "quantity": 5
  },
  "answer": {
   "code": "5KZMFE1",
   "action": "remove",
   "target": {
    "type": "item",
    "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
    "name": "10 kΩ, 1 %"
   },
   "item": {
    "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
    "name": "10 kΩ, 1 %",
    "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
    "location_id": null,
    "quantity": 415,
    "reserved": 0,
    "available": 415,
    "unit": "pcs",
    "min_quantity": 100,
    "is_low": false,
    "barcodes": [
     "4006381333931"
    ],
    "sku": null,
    "external_id": null,
    "notes": "",
    "tags": [
     "0805"
    ],
    "custom_fields": {
     "value": "10k"
    },
    "expires_on": null,
    "serial_number": null,
    "model": null,
    "manufacturer": null,
    "version": 6,
    "created_at": "2026-01-05T09:00:00.000Z",
    "updated_at": "2026-01-05T09:00:00.000Z",
    "deleted_at": null
   },
   "quantity": 415,
   "event_seq": 41
  }
 },
 "search.search": {
  "query": {
   "q": "10 kΩ",
   "limit": 5
  },
  "answer": {
   "data": [
    {
     "type": "item",
     "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "name": "10 kΩ, 1 %",
     "place": "Workshop, ground floor / Resistors",
     "path": [
      {
       "type": "location",
       "id": "loc_01kf6r8x3vqmeayn0tfvqs0xn2",
       "name": "Workshop, ground floor"
      },
      {
       "type": "bin",
       "id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
       "name": "Resistors"
      }
     ],
     "quantity": 415,
     "unit": "pcs",
     "is_low": false,
     "score": 0.945
    },
    {
     "type": "item",
     "id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
     "name": "10 kΩ, 1 %",
     "place": "Travel kit",
     "path": [
      {
       "type": "bin",
       "id": "bin_01kf6r8x3vw6wp5s9qkdzsqdy1",
       "name": "Travel kit"
      }
     ],
     "quantity": 50,
     "unit": "pcs",
     "is_low": true,
     "score": 0.945
    }
   ],
   "next_cursor": null
  }
 },
 "sessions.end": {
  "path": {
   "id": "32391b21891667db97a7437dd40f53be3933ce00a074e9d98a5228ef75a7d908"
  },
  "answer": {
   "id": "32391b21891667db97a7437dd40f53be3933ce00a074e9d98a5228ef75a7d908",
   "ended": true
  }
 },
 "sessions.endOthers": {
  "answer": {
   "ended": 0
  }
 },
 "sessions.list": {
  "answer": {
   "data": [
    {
     "id": "608f3aa3d1ea7bda68fafab228f71f848af3d9cca8cd06500810a071e4d04e5f",
     "created_at": "2026-01-05T09:00:00.000Z",
     "last_seen_at": "2026-01-05T09:00:00.000Z",
     "expires_at": "2026-02-04T09:00:00.000Z",
     "ip": "127.0.0.1",
     "user_agent": "lightMyRequest",
     "is_current": true
    }
   ],
   "next_cursor": null
  }
 },
 "summary.get": {
  "answer": {
   "locations": 1,
   "bins": 4,
   "items": 4,
   "quantity": 464,
   "low_stock": 1,
   "expiring_7d": 0,
   "expired": 0,
   "open_tasks": 0,
   "overdue_tasks": 0,
   "revision": 48,
   "as_of": "2026-01-05T09:00:00.000Z"
  }
 },
 "tasks.complete": {
  "path": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v"
  },
  "answer": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v",
   "title": "Buy resistors",
   "description": "",
   "status": "done",
   "priority": "high",
   "due_on": "2026-01-10",
   "assignee_id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
   "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "source": "user",
   "trigger_id": null,
   "close_when_resolved": false,
   "missing": null,
   "completed_at": "2026-01-05T09:00:00.000Z",
   "version": 3,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "tasks.create": {
  "body": {
   "title": "Buy resistors",
   "priority": "high",
   "due_on": "2026-01-10",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r"
  },
  "answer": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v",
   "title": "Buy resistors",
   "description": "",
   "status": "open",
   "priority": "high",
   "due_on": "2026-01-10",
   "assignee_id": null,
   "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "source": "user",
   "trigger_id": null,
   "close_when_resolved": false,
   "missing": null,
   "completed_at": null,
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "tasks.get": {
  "path": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v"
  },
  "answer": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v",
   "title": "Buy resistors",
   "description": "",
   "status": "open",
   "priority": "high",
   "due_on": "2026-01-10",
   "assignee_id": null,
   "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "source": "user",
   "trigger_id": null,
   "close_when_resolved": false,
   "missing": null,
   "completed_at": null,
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "tasks.list": {
  "query": {
   "status": [
    "open"
   ],
   "sort": "due_on"
  },
  "answer": {
   "data": [
    {
     "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v",
     "title": "Buy resistors",
     "description": "",
     "status": "open",
     "priority": "high",
     "due_on": "2026-01-10",
     "assignee_id": null,
     "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "source": "user",
     "trigger_id": null,
     "close_when_resolved": false,
     "missing": null,
     "completed_at": null,
     "version": 1,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "tasks.remove": {
  "path": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v"
  },
  "answer": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "tasks.update": {
  "path": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v"
  },
  "body": {
   "assignee_id": "user_01kf6r8x3vgbmqt3p3jr5c0bve"
  },
  "answer": {
   "id": "task_01kf6r8x3vkyarrtwhqq2yzm5v",
   "title": "Buy resistors",
   "description": "",
   "status": "open",
   "priority": "high",
   "due_on": "2026-01-10",
   "assignee_id": "user_01kf6r8x3vgbmqt3p3jr5c0bve",
   "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
   "subject_type": "item",
   "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
   "source": "user",
   "trigger_id": null,
   "close_when_resolved": false,
   "missing": null,
   "completed_at": null,
   "version": 2,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "triggers.create": {
  "body": {
   "name": "Tell the shop",
   "event_types": [
    "item.low_stock"
   ],
   "conditions": [
    {
     "field": "quantity",
     "op": "lt",
     "value": 50
    }
   ],
   "actions": [
    {
     "type": "webhook",
     "url": "https://shop.example.org/stowage"
    }
   ]
  },
  "answer": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "name": "Tell the shop",
   "enabled": true,
   "disabled_reason": null,
   "event_types": [
    "item.low_stock"
   ],
   "conditions": [
    {
     "field": "quantity",
     "op": "lt",
     "value": 50
    }
   ],
   "actions": [
    {
     "id": "act_01kf6r8x3vymyqkvhjks3fez73",
     "type": "webhook",
     "url": "https://shop.example.org/stowage",
     "headers": {},
     "secret": "whsec_…",
     "previous_secret_until": null
    }
   ],
   "throttle_seconds": 0,
   "failures_in_a_row": 0,
   "fired_count": 0,
   "last_fired_at": null,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "triggers.deliveries": {
  "path": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w"
  },
  "query": {
   "status": "succeeded"
  },
  "answer": {
   "data": [
    {
     "id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
     "trigger_id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
     "action_id": "act_01kf6r8x3vymyqkvhjks3fez73",
     "type": "webhook",
     "event_seq": 41,
     "event_type": "item.low_stock",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
     "subject_name": "10 kΩ, 1 %",
     "status": "succeeded",
     "attempts": 1,
     "url": "https://shop.example.org/stowage",
     "task_id": null,
     "response_status": 204,
     "response_excerpt": "",
     "response_ms": 12,
     "error": null,
     "is_test": true,
     "next_attempt_at": null,
     "last_attempt_at": "2026-01-05T09:00:00.000Z",
     "created_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "triggers.get": {
  "path": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w"
  },
  "answer": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "name": "Tell the shop",
   "enabled": true,
   "disabled_reason": null,
   "event_types": [
    "item.low_stock"
   ],
   "conditions": [
    {
     "field": "quantity",
     "op": "lt",
     "value": 50
    }
   ],
   "actions": [
    {
     "id": "act_01kf6r8x3vymyqkvhjks3fez73",
     "type": "webhook",
     "url": "https://shop.example.org/stowage",
     "headers": {},
     "previous_secret_until": null
    }
   ],
   "throttle_seconds": 0,
   "failures_in_a_row": 0,
   "fired_count": 0,
   "last_fired_at": null,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "version": 1,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "triggers.list": {
  "query": {
   "enabled": true
  },
  "answer": {
   "data": [
    {
     "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
     "name": "Tell the shop",
     "enabled": true,
     "disabled_reason": null,
     "event_types": [
      "item.low_stock"
     ],
     "conditions": [
      {
       "field": "quantity",
       "op": "lt",
       "value": 50
      }
     ],
     "actions": [
      {
       "id": "act_01kf6r8x3vymyqkvhjks3fez73",
       "type": "webhook",
       "url": "https://shop.example.org/stowage",
       "headers": {},
       "previous_secret_until": null
      }
     ],
     "throttle_seconds": 0,
     "failures_in_a_row": 0,
     "fired_count": 0,
     "last_fired_at": null,
     "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
     "version": 1,
     "created_at": "2026-01-05T09:00:00.000Z",
     "updated_at": "2026-01-05T09:00:00.000Z"
    }
   ],
   "next_cursor": null
  }
 },
 "triggers.preview": {
  "body": {
   "event_types": [
    "item.*"
   ],
   "conditions": [
    {
     "field": "tags",
     "op": "contains",
     "value": "0805"
    }
   ]
  },
  "answer": {
   "sample": {
    "type": "item.quantity_changed",
    "timestamp": "2026-01-05T09:00:00.000Z",
    "data": {
     "event": {
      "id": "evt_01kf6r8x3vnxxydy7emwa3hjty",
      "seq": 53,
      "type": "item.quantity_changed",
      "subject_type": "item",
      "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
      "subject_name": "10 kΩ, 1 %",
      "actor_user_id": "user_01kf6r8x3v3ersj8ht0hyr9c41",
      "actor_name": "Ada",
      "on_behalf_of_user_id": null,
      "auth_method": "api_key",
      "api_key_id": "key_01kf6r8x3vce3rz0hy0a7k1ppa",
      "api_key_name": "Ada's key",
      "request_id": "4fK2nX8sQ7dLw0Zt",
      "endpoint": "POST /projects/{id}/consume",
      "trigger_id": null,
      "trigger_depth": 0,
      "changes": {
       "quantity": {
        "new": 411,
        "old": 415
       }
      },
      "data": {
       "project_id": "proj_01kf6r8x3vk40dk1v73jdf841r",
       "project_name": "Weather station"
      },
      "created_at": "2026-01-05T09:00:00.000Z"
     },
     "subject": {
      "id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
      "name": "10 kΩ, 1 %",
      "bin_id": "bin_01kf6r8x3vgnmdzcx3sxkrpm0z",
      "location_id": null,
      "quantity": 411,
      "reserved": 0,
      "available": 411,
      "unit": "pcs",
      "min_quantity": 100,
      "is_low": false,
      "barcodes": [
       "4006381333931"
      ],
      "sku": null,
      "external_id": null,
      "notes": "",
      "tags": [
       "0805"
      ],
      "custom_fields": {
       "value": "10k"
      },
      "expires_on": null,
      "serial_number": null,
      "model": null,
      "manufacturer": null,
      "version": 9,
      "created_at": "2026-01-05T09:00:00.000Z",
      "updated_at": "2026-01-05T09:00:00.000Z",
      "deleted_at": null,
      "location_ids": [
       "loc_01kf6r8x3vqmeayn0tfvqs0xn2"
      ]
     },
     "trigger": {
      "id": "trg_01kf6r8x3vxczjn8fffm1pwey8",
      "name": "Preview"
     },
     "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
     "environment": "live",
     "passed_over": 0,
     "test": false
    }
   },
   "is_made_up": false,
   "matches": true,
   "tasks": [],
   "recent": [
    {
     "seq": 53,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 52,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 51,
     "type": "item.restored",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vx6gtd1as0zj064pv",
     "subject_name": "Broken meter",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": false
    },
    {
     "seq": 50,
     "type": "item.deleted",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vx6gtd1as0zj064pv",
     "subject_name": "Broken meter",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": false
    },
    {
     "seq": 49,
     "type": "item.created",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vx6gtd1as0zj064pv",
     "subject_name": "Broken meter",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": false
    },
    {
     "seq": 48,
     "type": "item.low_stock",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 47,
     "type": "item.created",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 46,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 45,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 44,
     "type": "item.created",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vtrvrej4cr5sgcs96",
     "subject_name": "Solder wire",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": false
    },
    {
     "seq": 43,
     "type": "item.quantity_changed",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 42,
     "type": "item.updated",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": true
    },
    {
     "seq": 41,
     "type": "item.created",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3vsm04nj7sz3w7ztp2",
     "subject_name": "10 kΩ, 1 %",
     "created_at": "2026-01-05T09:00:00.000Z",
     "matches": false
    }
   ]
  }
 },
 "triggers.remove": {
  "path": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w"
  },
  "answer": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "deleted_at": "2026-01-05T09:00:00.000Z",
   "event_seq": 41
  }
 },
 "triggers.rotate": {
  "path": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w"
  },
  "body": {
   "grace_seconds": 3600
  },
  "answer": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "name": "Tell the shop",
   "enabled": true,
   "disabled_reason": null,
   "event_types": [
    "item.low_stock"
   ],
   "conditions": [
    {
     "field": "quantity",
     "op": "lt",
     "value": 50
    }
   ],
   "actions": [
    {
     "id": "act_01kf6r8x3vymyqkvhjks3fez73",
     "type": "webhook",
     "url": "https://shop.example.org/stowage",
     "headers": {},
     "secret": "whsec_…",
     "previous_secret_until": "2026-01-05T10:00:00.000Z"
    }
   ],
   "throttle_seconds": 60,
   "failures_in_a_row": 0,
   "fired_count": 0,
   "last_fired_at": null,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "version": 3,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "triggers.test": {
  "path": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w"
  },
  "answer": {
   "event_seq": 41,
   "matches": false,
   "deliveries": [
    {
     "id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
     "trigger_id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
     "action_id": "act_01kf6r8x3vymyqkvhjks3fez73",
     "type": "webhook",
     "event_seq": 41,
     "event_type": "item.low_stock",
     "subject_type": "item",
     "subject_id": "item_01kf6r8x3v7e2fqpjxwq0m9e2a",
     "subject_name": "10 kΩ, 1 %",
     "status": "succeeded",
     "attempts": 1,
     "url": "https://shop.example.org/stowage",
     "task_id": null,
     "response_status": 204,
     "response_excerpt": "",
     "response_ms": 12,
     "error": null,
     "is_test": true,
     "next_attempt_at": null,
     "last_attempt_at": "2026-01-05T09:00:00.000Z",
     "created_at": "2026-01-05T09:00:00.000Z",
     "request_headers": {
      "user-agent": "Stowage/0.1.0",
      "content-type": "application/json",
      "webhook-id": "dlv_01kf6r8x3vq8ssg6h25swdr6k9",
      "webhook-timestamp": "1767603661",
      "webhook-signature": "…"
     },
     "request_body": "{\"type\":\"item.low_stock\",\"timestamp\":\"2026-01-05T09:00:00.000Z\",\"data\":{\"event\":{\"id\":\"evt_01kf6r8x3v0pwtdqye8f04z0js\",\"seq\":41,\"type\":\"item.low_stock\",\"subject_type\":\"item\",\"subject_id\":\"item_01kf6r8x3v7e2fqpjxwq0m9e2a\",\"subject_name\":\"10 kΩ, 1 %\",\"actor_user_id\":\"user_01kf6r8x3v3ersj8ht0hyr9c41\",\"actor_name\":\"Ada\",\"on_behalf_of_user_id\":null,\"auth_method\":\"api_key\",\"api_key_id\":\"key_01kf6r8x3vce3rz0hy0a7k1ppa\",\"api_key_name\":\"Ada's key\",\"request_id\":\"4fK2nX8sQ7dLw0Zt\",\"endpoint\":\"POST /items/{id}/move\",\"trigger_id\":null,\"trigger_depth\":0,\"changes\":{},\"data\":{\"missing\":50,\"quantity\":50,\"min_quantity\":100},\"created_at\":\"2026-01-05T09:00:00.000Z\"},\"subject\":{\"id\":\"item_01kf6r8x3v7e2fqpjxwq0m9e2a\",\"name\":\"10 kΩ, 1 %\",\"bin_id\":\"bin_01kf6r8x3vw6wp5s9qkdzsqdy1\",\"location_id\":null,\"quantity\":50,\"reserved\":0,\"available\":50,\"unit\":\"pcs\",\"min_quantity\":100,\"is_low\":true,\"barcodes\":[\"4006381333931\"],\"sku\":null,\"external_id\":null,\"notes\":\"\",\"tags\":[\"0805\"],\"custom_fields\":{\"value\":\"10k\"},\"expires_on\":null,\"serial_number\":null,\"model\":null,\"manufacturer\":null,\"version\":1,\"created_at\":\"2026-01-05T09:00:00.000Z\",\"updated_at\":\"2026-01-05T09:00:00.000Z\",\"deleted_at\":null,\"location_ids\":[]},\"trigger\":{\"id\":\"trg_01kf6r8x3vkep5wy94q5h2hc1w\",\"name\":\"Tell the shop\"},\"organization_id\":\"org_01kf6r8x3vx80c9qwhv02swx3z\",\"environment\":\"live\",\"passed_over\":0,\"test\":true}}",
     "attempt_log": [
      {
       "at": "2026-01-05T09:00:00.000Z",
       "response_status": 204,
       "response_ms": 12,
       "error": null
      }
     ]
    }
   ],
   "tasks": []
  }
 },
 "triggers.update": {
  "path": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w"
  },
  "body": {
   "throttle_seconds": 60
  },
  "answer": {
   "id": "trg_01kf6r8x3vkep5wy94q5h2hc1w",
   "name": "Tell the shop",
   "enabled": true,
   "disabled_reason": null,
   "event_types": [
    "item.low_stock"
   ],
   "conditions": [
    {
     "field": "quantity",
     "op": "lt",
     "value": 50
    }
   ],
   "actions": [
    {
     "id": "act_01kf6r8x3vymyqkvhjks3fez73",
     "type": "webhook",
     "url": "https://shop.example.org/stowage",
     "headers": {},
     "previous_secret_until": null
    }
   ],
   "throttle_seconds": 60,
   "failures_in_a_row": 0,
   "fired_count": 0,
   "last_fired_at": null,
   "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
   "version": 2,
   "created_at": "2026-01-05T09:00:00.000Z",
   "updated_at": "2026-01-05T09:00:00.000Z"
  }
 },
 "twoFactor.disable": {
  "answer": {
   "is_enabled": false,
   "recovery_codes_left": 0
  }
 },
 "twoFactor.enable": {
  "body": {
   "code": "123456"
  },
  "answer": {
   "recovery_codes": [
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx"
   ]
  }
 },
 "twoFactor.get": {
  "answer": {
   "is_enabled": false,
   "recovery_codes_left": 0
  }
 },
 "twoFactor.renewRecoveryCodes": {
  "answer": {
   "recovery_codes": [
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx",
    "xxxx-xxxx-xxxx-xxxx"
   ]
  }
 },
 "twoFactor.start": {
  "answer": {
   "secret": "JBSW…",
   "otpauth_uri": "otpauth://totp/Stowage:newcomer%40example.org?issuer=Stowage&algorithm=SHA1&secret=JBSW…&period=30&digits=6"
  }
 },
 "whoami.get": {
  "answer": {
   "auth_method": "api_key",
   "user": {
    "id": "user_01kf6r8x3v3ersj8ht0hyr9c41",
    "email": "ada@example.org",
    "name": "Ada",
    "is_instance_admin": true
   },
   "organization": {
    "id": "org_01kf6r8x3vx80c9qwhv02swx3z",
    "name": "Ada's inventory",
    "role": "owner"
   },
   "environment": "live",
   "api_key": {
    "id": "key_01kf6r8x3vce3rz0hy0a7k1ppa",
    "name": "Ada's key",
    "description": "",
    "prefix": "sk_stowage_live_4fK2...",
    "environment": "live",
    "scopes": [
     "admin:*"
    ],
    "organization_id": "org_01kf6r8x3vx80c9qwhv02swx3z",
    "created_by": "user_01kf6r8x3v3ersj8ht0hyr9c41",
    "acts_as": "user_01kf6r8x3v3ersj8ht0hyr9c41",
    "location_ids": null,
    "allowed_cidrs": null,
    "rate_limit": null,
    "muted_alerts": [],
    "status": "active",
    "created_at": "2026-01-05T09:00:00.000Z",
    "expires_at": "2027-01-01T00:00:00.000Z",
    "auto_renew": false,
    "last_used_at": null,
    "last_used_ip": null,
    "rotated_at": null,
    "revoked_at": null,
    "revocation_reason": null
   },
   "scopes": [
    "locations:read",
    "locations:write",
    "locations:delete",
    "bins:read",
    "bins:write",
    "bins:delete",
    "items:read",
    "items:write",
    "items:delete",
    "tasks:read",
    "tasks:write",
    "tasks:delete",
    "projects:read",
    "projects:write",
    "projects:delete",
    "triggers:read",
    "triggers:write",
    "events:read",
    "users:read",
    "users:write",
    "organizations:read",
    "organizations:write",
    "api-keys:manage",
    "admin:*"
   ],
   "role": "owner"
  }
 }
};

export const PROBLEM_EXAMPLES: Readonly<Partial<Record<ProblemCode, object>>> = {
 "missing_credentials": {
  "type": "https://stowage.example.org/problems/missing-credentials",
  "title": "No credentials were sent",
  "status": 401,
  "detail": "Send an API key as `Authorization: Bearer <key>`, or sign in.",
  "message": "Send an API key as `Authorization: Bearer <key>`, or sign in.",
  "code": "missing_credentials",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "malformed_authorization": {
  "type": "https://stowage.example.org/problems/malformed-authorization",
  "title": "The Authorization header cannot be understood",
  "status": 401,
  "detail": "Write the header as `Authorization: Bearer <key>`, with the word Bearer and a space.",
  "message": "Write the header as `Authorization: Bearer <key>`, with the word Bearer and a space.",
  "code": "malformed_authorization",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "key_malformed": {
  "type": "https://stowage.example.org/problems/key-malformed",
  "title": "This is not a key",
  "status": 401,
  "detail": "This is not a key of this server: its form or checksum is wrong.",
  "message": "This is not a key of this server: its form or checksum is wrong.",
  "code": "key_malformed",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "insufficient_scope": {
  "type": "https://stowage.example.org/problems/insufficient-scope",
  "title": "The key lacks a scope",
  "status": 403,
  "detail": "This key lacks bins:delete. Add it to the key, or use a key that has it.",
  "message": "This key lacks bins:delete. Add it to the key, or use a key that has it.",
  "code": "insufficient_scope",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt",
  "required_scopes": [
   "bins:delete"
  ],
  "granted_scopes": [
   "items:read"
  ],
  "missing_scopes": [
   "bins:delete"
  ],
  "fix_url": "https://stowage.example.org/settings/api-keys/key_01kf6r8x3vjtzm1efhae2eetay?add=bins%3Adelete"
 },
 "rate_limited": {
  "type": "https://stowage.example.org/problems/rate-limited",
  "title": "Too many requests",
  "status": 429,
  "detail": "More than 1 requests in one minute. Wait 12 s, then go on.",
  "message": "More than 1 requests in one minute. Wait 12 s, then go on.",
  "code": "rate_limited",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt",
  "retry_after": 12,
  "violated_policies": [
   "minute"
  ]
 },
 "session_required": {
  "type": "https://stowage.example.org/problems/session-required",
  "title": "Only a signed-in person may do this",
  "status": 403,
  "detail": "Only a signed-in person may do this; an API key may not.",
  "message": "Only a signed-in person may do this; an API key may not.",
  "code": "session_required",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "not_found": {
  "type": "https://stowage.example.org/problems/not-found",
  "title": "Not found",
  "status": 404,
  "detail": "There is no item item_that_was_removed here.",
  "message": "There is no item item_that_was_removed here.",
  "code": "not_found",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "conflict": {
  "type": "https://stowage.example.org/problems/conflict",
  "title": "It conflicts with what is there",
  "status": 409,
  "detail": "Workshop, ground floor holds 0 places, 2 bins and 0 items. Empty it, or say move_to.",
  "message": "Workshop, ground floor holds 0 places, 2 bins and 0 items. Empty it, or say move_to.",
  "code": "conflict",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "version_mismatch": {
  "type": "https://stowage.example.org/problems/version-mismatch",
  "title": "Somebody else changed it first",
  "status": 412,
  "detail": "The item is at version 9. Read it again and repeat the change on that.",
  "message": "The item is at version 9. Read it again and repeat the change on that.",
  "code": "version_mismatch",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt",
  "current_version": 9
 },
 "insufficient_stock": {
  "type": "https://stowage.example.org/problems/insufficient-stock",
  "title": "There is not that much",
  "status": 409,
  "detail": "Only 411 pcs of 10 kΩ, 1 % are there.",
  "message": "Only 411 pcs of 10 kΩ, 1 % are there.",
  "code": "insufficient_stock",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt",
  "current_quantity": 411
 },
 "malformed_json": {
  "type": "https://stowage.example.org/problems/malformed-json",
  "title": "The body is not valid JSON",
  "status": 400,
  "detail": "The body is not valid JSON.",
  "message": "The body is not valid JSON.",
  "code": "malformed_json",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "body_too_large": {
  "type": "https://stowage.example.org/problems/body-too-large",
  "title": "The body is too large",
  "status": 413,
  "detail": "The body is larger than 1 MiB. Send less at a time.",
  "message": "The body is larger than 1 MiB. Send less at a time.",
  "code": "body_too_large",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "unsupported_media_type": {
  "type": "https://stowage.example.org/problems/unsupported-media-type",
  "title": "The body is not JSON",
  "status": 415,
  "detail": "Send the body as application/json.",
  "message": "Send the body as application/json.",
  "code": "unsupported_media_type",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt"
 },
 "validation_failed": {
  "type": "https://stowage.example.org/problems/validation-failed",
  "title": "The input is not valid",
  "status": 422,
  "detail": "name: It is empty.",
  "message": "name: It is empty.",
  "code": "validation_failed",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt",
  "errors": [
   {
    "location": "body",
    "pointer": "/name",
    "code": "too_small",
    "message": "It is empty."
   }
  ]
 },
 "unknown_field": {
  "type": "https://stowage.example.org/problems/unknown-field",
  "title": "The input has a field that is not known",
  "status": 422,
  "detail": "colour: Unknown field; did you mean color?",
  "message": "colour: Unknown field; did you mean color?",
  "code": "unknown_field",
  "request_id": "4fK2nX8sQ7dLw0Zt",
  "instance": "urn:request:4fK2nX8sQ7dLw0Zt",
  "errors": [
   {
    "location": "body",
    "pointer": "/colour",
    "code": "unknown_field",
    "message": "Unknown field; did you mean color?"
   }
  ]
 }
};
